import { beforeEach, expect, test, vi } from 'vitest';

/** The history of a browser: going back is heard of a moment later, as there. */
class Entries {
  readonly all: { state: unknown; at: string }[] = [
    { state: null, at: '/before' },
    { state: null, at: '/page' },
  ];
  place = 1;
  pushState(state: unknown, _: string, at = this.all[this.place]!.at): void {
    this.all.splice(++this.place, Number.POSITIVE_INFINITY, { state, at });
  }
  replaceState(state: unknown, _: string, at = this.all[this.place]!.at): void {
    this.all[this.place] = { state, at };
  }
  get state(): unknown {
    return this.all[this.place]!.state;
  }
  get at(): string {
    return this.all[this.place]!.at;
  }
  asked = 0;
  back(): void {
    this.asked++;
  }
}

let browser: Entries;
let sheets: typeof import('./sheetEntry');

beforeEach(async () => {
  vi.resetModules();
  browser = new Entries();
  vi.stubGlobal('history', browser);
  sheets = await import('./sheetEntry');
});

/** The person, or the page, goes back one entry. */
function back(): boolean {
  browser.place--;
  return sheets.backOrForward();
}

test('the back button closes the sheet and stays on the page', () => {
  const close = vi.fn();
  sheets.closeOnBack({ current: close });
  expect(back()).toBe(false);
  expect(close).toHaveBeenCalledOnce();
  expect(browser.at).toBe('/page');
});

test('a sheet that is closed otherwise moves nothing: a page that is being loaded stays the one that comes', () => {
  vi.useFakeTimers();
  const done = sheets.closeOnBack({ current: vi.fn() });
  done();
  vi.runAllTimers();
  vi.useRealTimers();
  expect(browser.asked).toBe(0);
});

test('whoever goes back after a closed sheet leaves the page at once', () => {
  sheets.closeOnBack({ current: vi.fn() })();
  expect(back()).toBe(false);
  expect(browser.asked).toBe(1);
  expect(back()).toBe(true);
  expect(browser.at).toBe('/before');
});

test('ten sheets one after another, and the page gone to from the last, add one entry', () => {
  for (let i = 0; i < 10; i++) sheets.closeOnBack({ current: vi.fn() })();
  expect(browser.all.length).toBe(3);
  sheets.goTo('/next', false);
  expect(browser.all.map(({ at }) => at)).toEqual(['/before', '/page', '/next']);
  expect(back()).toBe(true);
});

test('of two open sheets the back button closes the upper one, then the lower one', () => {
  const [lower, upper] = [vi.fn(), vi.fn()];
  sheets.closeOnBack({ current: lower });
  const done = sheets.closeOnBack({ current: upper });
  back();
  expect([lower, upper].map((close) => close.mock.calls.length)).toEqual([0, 1]);
  done();
  back();
  expect(lower).toHaveBeenCalledOnce();
});
