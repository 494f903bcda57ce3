import type { ActivityId, CardId, ClusterId, PlaceCards } from '../../wire/wire.g';
import type { Place } from './sorting';

/** Puts cards at the end of a cluster, or back among the unsorted ones. */
export function toEnd(activity: ActivityId, cards: readonly CardId[], place: Place): PlaceCards {
  return { type: 'placeCards', activity, cards, ...(place === undefined ? {} : { cluster: place }) };
}

/**
 * Puts cards behind another card of a cluster; without one, in front of all. `others` are the cluster's other cards in order. The
 * front has no neighbour to be named, so there the first of the others goes behind the cards.
 */
export function behind(
  activity: ActivityId,
  cards: readonly CardId[],
  cluster: ClusterId,
  after: CardId | undefined,
  others: readonly CardId[],
): readonly PlaceCards[] {
  const first = others[0];
  const put = toEnd(activity, cards, cluster);
  if (after !== undefined) return [{ ...put, after }];
  if (first === undefined) return [put];
  return [
    { ...put, after: first },
    { ...toEnd(activity, [first], cluster), after: cards.at(-1)! },
  ];
}

/**
 * Brings cards back to where they were, each behind the nearest card that was in front of it and still is in its cluster. `before`
 * holds the lists as they were, `now` says how they are.
 */
export function bringBack(
  activity: ActivityId,
  cards: ReadonlySet<CardId>,
  before: ReadonlyMap<Place, readonly CardId[]>,
  now: (cluster: ClusterId) => readonly CardId[],
): readonly PlaceCards[] {
  return [...before].flatMap(([place, list]) => {
    const own = list.filter((card) => cards.has(card));
    if (own.length === 0) return [];
    if (place === undefined) return [toEnd(activity, own, undefined)];
    const others = now(place).filter((card) => !cards.has(card));
    const there = new Set(others);
    const runs: { cards: CardId[]; after: CardId | undefined }[] = [];
    let last: CardId | undefined;
    let open: CardId[] | undefined;
    for (const card of list) {
      if (cards.has(card)) {
        if (open) open.push(card);
        else {
          open = [card];
          runs.push({ cards: open, after: last });
        }
      } else if (there.has(card)) {
        last = card;
        open = undefined;
      }
    }
    return runs.flatMap((run) => behind(activity, run.cards, place, run.after, others));
  });
}
