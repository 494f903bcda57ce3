import { expect, test } from 'vitest';
import { nextDelay } from './connection';

test('the delays between attempts grow, differ from phone to phone, and stay between half a second and fifteen', () => {
  expect(nextDelay(0, () => 0.999)).toBe(500);
  expect(nextDelay(500, () => 0)).toBe(500);
  expect(nextDelay(500, () => 1)).toBe(1500);
  expect(nextDelay(60_000, () => 1)).toBe(15_000);
});
