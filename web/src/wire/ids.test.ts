import { expect, test } from 'vitest';
import { idsAfter, newId, randomHex } from './ids';

test('an id is a UUID of version 7 that the server takes: lower case, at most 64 characters', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('ids rise, within a millisecond and when the clock goes back', () => {
  const now = Date.now();
  const ids = [...Array.from({ length: 5000 }, () => newId(now)), newId(now - 60_000), newId(now + 60_000)];
  expect([...ids].sort()).toEqual(ids);
});

test('ids follow those that an earlier visit left, even from a clock that was ahead', () => {
  const ahead = '0fffffff-ffff-7abc-8000-000000000000';
  idsAfter(ahead);
  expect(newId() > ahead).toBe(true);
});

test('random hex has two digits a byte', () => {
  expect(randomHex(16)).toMatch(/^[0-9a-f]{32}$/);
  expect(randomHex(16)).not.toBe(randomHex(16));
});
