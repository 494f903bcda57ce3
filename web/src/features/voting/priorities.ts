import type { ClusterId, RankedItem } from '../../wire/wire.g';

/** How many places at the line the rule leaves to the facilitator, among topics that are level; 0: none. */
export function chosenPlaces(rows: readonly RankedItem[], select: number): number {
  const torn = rows.filter(({ selected }) => selected === undefined).length;
  return torn === 0 ? 0 : select - rows.filter(({ selected }) => selected).length;
}

/** The list to be adopted: what is surely selected, then what the facilitator has chosen among the level ones, in that order. */
export function priorities(rows: readonly RankedItem[], chosen: readonly ClusterId[]): readonly ClusterId[] {
  return [...rows.filter(({ selected }) => selected).map(({ item }) => item), ...chosen];
}

/** The rows with what was chosen among the level ones first, in that order. */
export function inOrder(rows: readonly RankedItem[], chosen: readonly ClusterId[]): readonly RankedItem[] {
  const sure = rows.filter(({ selected }) => selected);
  const taken = chosen.flatMap((item) => rows.find((row) => row.item === item) ?? []);
  return [...sure, ...taken, ...rows.filter((row) => !row.selected && !chosen.includes(row.item))];
}
