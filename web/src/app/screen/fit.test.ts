import { expect, test } from 'vitest';
import { rowsThatFit } from './fit';

test('rows that all fit are all shown, down to the last pixel', () => {
  expect(rowsThatFit([100, 200, 300], 300, 40)).toBe(3);
  expect(rowsThatFit([], 300, 40)).toBe(0);
});

test('where not all fit, the last ones make room for the line that counts them', () => {
  expect(rowsThatFit([100, 200, 300, 400], 350, 40)).toBe(3);
  expect(rowsThatFit([100, 200, 300, 400], 320, 40)).toBe(2);
});

test('in two columns a tall row hides what comes after it too', () => {
  expect(rowsThatFit([100, 100, 260, 200, 340, 340], 250, 40)).toBe(2);
});
