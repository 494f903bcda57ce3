import { expect, test } from 'vitest';
import { graphemes } from './graphemes';

test.each([
  ['', 0],
  ['Қазақстан', 9],
  ['e\u0301', 1],
  ['👨‍👩‍👧', 1],
  ['a\nb', 3],
])('%j counts as a reader would count it', (text, count) => {
  expect(graphemes(text)).toBe(count);
});
