import type { Section } from './sections';

type SectionId = Section['id'];

/** The cards of each section in order: the ids of their records. */
export type Board = Readonly<Record<SectionId, readonly string[]>>;

/** A place on a SWOT board: how many other cards of the section lie before it. */
export interface Place {
  readonly section: SectionId;
  readonly at: number;
}

/** A way on the board, in the direction of reading. */
export type Way = 'up' | 'down' | 'back' | 'forward';

/** How many other cards each section holds: a card can lie behind each of them. */
export type Sizes = Readonly<Record<SectionId, number>>;

/** The board as it lies on the table. */
const rows: readonly (readonly [SectionId, SectionId])[] = [
  ['s', 'w'],
  ['o', 't'],
];

/** The place one step on; at the edge of the board, where it is. Up and down go through a section and into the one beyond it. */
export function stepFrom({ section, at }: Place, way: Way, sizes: Sizes): Place {
  const row = rows.findIndex((sections) => sections.includes(section));
  const column = rows[row]!.indexOf(section);
  if (way === 'back' || way === 'forward') {
    const beside = rows[row]![way === 'back' ? column - 1 : column + 1];
    return beside ? { section: beside, at: Math.min(at, sizes[beside]) } : { section, at };
  }
  if (way === 'up') {
    const above = rows[row - 1]?.[column];
    if (at > 0) return { section, at: at - 1 };
    return above ? { section: above, at: sizes[above] } : { section, at };
  }
  const below = rows[row + 1]?.[column];
  if (at < sizes[section]) return { section, at: at + 1 };
  return below ? { section: below, at: 0 } : { section, at };
}

/** The way of an arrow key; undefined: no arrow. */
export function wayOf(key: string, direction: string): Way | undefined {
  if (key === 'ArrowUp') return 'up';
  if (key === 'ArrowDown') return 'down';
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  return (key === 'ArrowLeft') === (direction === 'rtl') ? 'forward' : 'back';
}

/** Where a card lies; undefined: not on this board. */
export function placeOf(board: Board, id: string): Place | undefined {
  const section = rows.flat().find((candidate) => board[candidate].includes(id));
  return section && { section, at: board[section].indexOf(id) };
}

/** How many cards lie in each section beside this one. */
export function sizesOf(board: Board, beside?: string): Sizes {
  const size = (section: SectionId): number => board[section].filter((id) => id !== beside).length;
  return { s: size('s'), w: size('w'), o: size('o'), t: size('t') };
}

/** The card at a place, counted without the one that is held; undefined: none. */
export function cardAt(board: Board, section: SectionId, at: number, held: string): string | undefined {
  return board[section].filter((id) => id !== held)[at];
}

/** The card one step on from a card; undefined: there is none. */
export function neighbour(board: Board, id: string, way: Way): string | undefined {
  const from = placeOf(board, id);
  if (!from) return undefined;
  const last = (section: SectionId): number => board[section].length - 1;
  const to = stepFrom(from, way, { s: last('s'), w: last('w'), o: last('o'), t: last('t') });
  return board[to.section][to.at];
}
