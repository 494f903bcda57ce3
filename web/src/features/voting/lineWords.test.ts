import { beforeAll, expect, test } from 'vitest';
import en from '../../i18n/en.json';
import { speak } from '../../i18n/messages';
import type { ClusterId, CutOff, RankedItem } from '../../wire/wire.g';
import { levelWords, lineWords, tieWords } from './lineWords';

beforeAll(() => speak('en', en));

const line: CutOff = { select: 6, tied: true, dots: 9, votersAbove: 7, votersBelow: 6 };

test('a line that the dots alone drew says so', () => {
  expect(lineWords({ ...line, tied: false }, false)).toBe('The dots alone have decided.');
});

test('a tie at the line names the places, the dots and what decided', () => {
  expect(lineWords({ ...line, decidedBy: 'moreVoters' }, false)).toBe(
    'Places 6 and 7 have 9 dots each. The one with more voters is selected: 7 to 6. The rule was set before the vote.',
  );
  expect(lineWords({ ...line, decidedBy: 'earlierCreated' }, true)).toContain('The topic made earlier is selected.');
});

test('a tie that the rule leaves open says who decides, and then that it was decided', () => {
  expect(lineWords(line, false)).toContain('The facilitator chooses');
  expect(lineWords(line, true)).toContain('The facilitator has chosen');
});

const row = (item: string, rank: number, tiedWith: string[], decidedBy?: RankedItem['decidedBy']): RankedItem => ({
  item: item as ClusterId,
  rank,
  dots: 9,
  voters: 5,
  spread: [],
  byBand: [],
  tiedWith: tiedWith as ClusterId[],
  ...(decidedBy ? { decidedBy } : {}),
});

test('a row names the places that it is tied with, and nothing when it is not', () => {
  const rows = [row('a', 6, ['b'], 'moreVoters'), row('b', 7, ['a'], 'moreVoters'), row('c', 8, [])];
  expect(tieWords(rows[0]!, rows)).toBe('Equal with place 7: the number of voters decided');
  expect(tieWords(rows[2]!, rows)).toBeUndefined();
});

test('rows that share a place say with how many', () => {
  const rows = [row('a', 1, ['b', 'c']), row('b', 1, ['a', 'c']), row('c', 1, ['a', 'b'])];
  expect(tieWords(rows[0]!, rows)).toBe('Equal with 2 other topics');
});

test('at the line, level rows are undecided until the adoption, then it says which was chosen', () => {
  const torn = [row('a', 1, []), row('b', 2, ['c']), row('c', 2, ['b'])];
  expect(torn.map((each) => levelWords(each, torn))).toEqual([undefined, 'level, not decided', 'level, not decided']);
  const adopted = [
    { ...torn[0]!, selected: true },
    { ...torn[2]!, selected: true },
    { ...torn[1]!, selected: false },
  ];
  expect(adopted.map((each) => levelWords(each, adopted))).toEqual([
    undefined,
    'level, chosen by the facilitator',
    'level, not chosen by the facilitator',
  ]);
});

test('level rows on one side of the line had nothing to be decided', () => {
  const above = [
    { ...row('a', 1, ['b']), selected: true },
    { ...row('b', 1, ['a']), selected: true },
    { ...row('c', 3, []), selected: false },
  ];
  expect(levelWords(above[0]!, above)).toBe('Equal with 1 other topic');
});
