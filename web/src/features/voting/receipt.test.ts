import { expect, test } from 'vitest';
import { inFours, receiptOf } from './receipt';

test('a receipt is what the server publishes for the ballot', () => {
  expect(receiptOf('00112233445566778899aabbccddeeff')).toBe('S5AM8MDH');
});

test('a receipt has eight characters, and none that are taken for others', () => {
  for (let n = 0; n < 200; n++) expect(receiptOf(n.toString(16).padStart(32, '0'))).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
});

test('it is read in fours', () => {
  expect(inFours('Q7TM2KXB')).toBe('Q7TM 2KXB');
});
