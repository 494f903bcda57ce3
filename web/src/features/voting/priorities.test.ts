import { expect, test } from 'vitest';
import type { ClusterId, RankedItem } from '../../wire/wire.g';
import { chosenPlaces, inOrder, priorities } from './priorities';

const row = (item: string, rank: number, selected?: boolean): RankedItem => ({
  item: item as ClusterId,
  rank,
  dots: 10 - rank,
  voters: 1,
  spread: [],
  byBand: [],
  tiedWith: [],
  ...(selected === undefined ? {} : { selected }),
});

test('where the rule has decided, nothing is left to choose', () => {
  const rows = [row('a', 1, true), row('b', 2, true), row('c', 3, false)];
  expect(chosenPlaces(rows, 2)).toBe(0);
  expect(priorities(rows, [])).toEqual(['a', 'b']);
});

test('of topics that are level at the line, as many are chosen as places are left, in the order of choosing', () => {
  const rows = [row('a', 1, true), row('b', 2), row('c', 2), row('d', 2), row('e', 5, false)];
  expect(chosenPlaces(rows, 3)).toBe(2);
  expect(priorities(rows, ['d', 'b'] as ClusterId[])).toEqual(['a', 'd', 'b']);
});

test('the chosen ones move in front of the others that are level, and of nothing else', () => {
  const rows = [row('a', 1, true), row('b', 2), row('c', 2), row('d', 2), row('e', 5, false)];
  expect(inOrder(rows, ['d'] as ClusterId[]).map(({ item }) => item)).toEqual(['a', 'd', 'b', 'c', 'e']);
  expect(inOrder(rows, [])).toEqual(rows);
});
