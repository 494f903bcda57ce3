import { expect, test } from 'vitest';
import { holdBack } from './heldBack';

const own = (id: string): boolean => id.startsWith('my');

test('what others add waits above, so that nothing shifts', () => {
  expect(holdBack(['c', 'b', 'a'], new Set(['a', 'b']), own)).toEqual({ shown: ['b', 'a'], waiting: 1 });
});

test('what one adds oneself is shown at once', () => {
  expect(holdBack(['my1', 'b', 'a'], new Set(['a']), own)).toEqual({ shown: ['my1', 'a'], waiting: 1 });
});

test('where nothing was shown, everything is', () => {
  const seen = new Set<string>();
  expect(holdBack(['b', 'a'], seen, own)).toEqual({ shown: ['b', 'a'], waiting: 0 });
  expect(holdBack(['c', 'b', 'a'], seen, own)).toEqual({ shown: ['b', 'a'], waiting: 1 });
});

test('what is taken away does not count as new', () => {
  expect(holdBack(['b'], new Set(['a', 'b']), own)).toEqual({ shown: ['b'], waiting: 0 });
});
