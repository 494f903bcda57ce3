import { expect, test } from 'vitest';
import { digitsIn, inThrees } from './digits';

test.each([
  ['482615370', 'as printed'],
  ['482 615 370', 'in threes'],
  ['482-615-370', 'with dashes'],
  [' 482\u00a0615\u2009370\n', 'pasted with white space of all kinds'],
  ['٤٨٢ 615-370', 'in two scripts'],
  ['٤٨٢٦١٥٣٧٠', 'in Arabic-Indic digits'],
  ['۴۸۲۶۱۵۳۷۰', 'in Persian digits'],
  ['४८२६१५३७०', 'in Devanagari digits'],
  ['４８２６１５３７０', 'in full-width digits'],
  ['https://example.org/482615370', 'pasted as an address'],
])('%j (%s) is the code 482615370', (text) => {
  expect(digitsIn(text)).toBe('482615370');
});

test('what is no digit adds none', () => {
  expect(digitsIn('code: ½ Ⅷ —')).toBe('');
  expect(digitsIn('')).toBe('');
});

test('digits are shown in threes, also while they are typed', () => {
  expect(inThrees('4826')).toBe('482 6');
  expect(inThrees('482615370')).toBe('482 615 370');
  expect(inThrees('')).toBe('');
});
