import { expect, test } from 'vitest';
import { beginnings, minutesBehind } from './schedule';

test('each step begins when all before it have ended, and the last entry is the end of all', () => {
  expect(beginnings([20, 10])).toEqual([0, 1_200_000, 1_800_000]);
  expect(beginnings([])).toEqual([0]);
});

test('a step is behind its time by whole minutes, and never ahead of it', () => {
  expect(minutesBehind(600_000, 540_000)).toBe(0);
  expect(minutesBehind(600_000, 659_999)).toBe(0);
  expect(minutesBehind(600_000, 660_000)).toBe(1);
});
