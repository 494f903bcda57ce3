import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { takeTurn } from './turn';

/** Locks as browsers keep them, as far as stealing and queueing go. */
class Locks {
  #held: { release: () => void; reject: (reason: Error) => void } | undefined;
  readonly #queue: (() => void)[] = [];

  request(_name: string, options: LockOptions, work: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      const grant = (): void => {
        const release = (): void => {
          this.#held = undefined;
          this.#queue.shift()?.();
          resolve();
        };
        const mine = { release, reject };
        this.#held = mine;
        void work().then(() => this.#held === mine && release());
      };
      if (options.steal) {
        queueMicrotask(() => {
          const before = this.#held;
          grant();
          // The one that lost it may hear so after the new one has it.
          before?.reject(new DOMException('stolen', 'AbortError'));
        });
      } else if (this.#held) this.#queue.push(grant);
      else queueMicrotask(grant);
    });
  }
}

let focus: (() => void)[] = [];
let hide: (() => void)[] = [];
let visible: 'visible' | 'hidden' = 'visible';
const close: AbortController[] = [];

beforeEach(() => {
  focus = [];
  hide = [];
  visible = 'visible';
  vi.stubGlobal('navigator', { locks: new Locks() });
  vi.stubGlobal('document', {
    get visibilityState() {
      return visible;
    },
  });
  vi.stubGlobal('addEventListener', (type: string, listener: () => void) => (type === 'pagehide' ? hide : focus).push(listener));
});

afterEach(() => {
  for (const tab of close.splice(0)) tab.abort();
  vi.unstubAllGlobals();
});

function tab(): { has: () => boolean; abort: AbortController } {
  let has = false;
  const abort = new AbortController();
  close.push(abort);
  takeTurn(
    'n',
    abort.signal,
    () => {
      has = true;
    },
    () => {
      has = false;
    },
  );
  return { has: () => has, abort };
}

const turns = (...tabs: { has: () => boolean }[]): boolean[] => tabs.map((each) => each.has());
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

test('a tab alone has the turn', async () => {
  const one = tab();
  await settled();
  expect(turns(one)).toEqual([true]);
});

test('the tab that is looked at takes the turn, and gives it back when it closes', async () => {
  const one = tab();
  await settled();
  const two = tab();
  await settled();
  expect(turns(one, two)).toEqual([false, true]);
  focus[0]!();
  await settled();
  expect(turns(one, two)).toEqual([true, false]);
  one.abort.abort();
  await settled();
  expect(turns(two)).toEqual([true]);
});

test('a tab that opens in the background waits for its turn', async () => {
  const one = tab();
  await settled();
  visible = 'hidden';
  const two = tab();
  await settled();
  expect(turns(one, two)).toEqual([true, false]);
  one.abort.abort();
  await settled();
  expect(turns(two)).toEqual([true]);
});

test('turning to a tab that has the turn changes nothing', async () => {
  const one = tab();
  await settled();
  focus[0]!();
  await settled();
  expect(turns(one)).toEqual([true]);
});

test('a tab that takes the turn from itself still has it', async () => {
  const one = tab();
  focus[0]!();
  await settled();
  expect(turns(one)).toEqual([true]);
});

test('without locks, a line in local storage says whose turn it is', async () => {
  vi.useFakeTimers();
  const lines = new Map<string, string>();
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => lines.get(key) ?? null,
    setItem: (key: string, value: string) => lines.set(key, value),
  });
  const one = tab();
  const two = tab();
  expect(turns(one, two)).toEqual([true, false]);
  one.abort.abort();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(turns(two)).toEqual([true]);

  // The page that had it is closed: the next one need not wait.
  for (const closes of hide) closes();
  expect(turns(two, tab())).toEqual([false, true]);
  vi.useRealTimers();
});
