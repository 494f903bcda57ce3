import { signal } from '@preact/signals';

const polite = signal('');
const assertive = signal('');
const batchMs = 10_000;

const waiting = new Map<string, { count: number; words: (count: number) => string }>();
let last = 0;

/** Says a sentence to those who listen, when they are done with what they hear. `urgently`: refusals and a lost link, at once. */
export function announce(words: string, urgently = false): void {
  const region = urgently ? assertive : polite;
  // The same words twice are said twice only if the region was empty between.
  region.value = '';
  setTimeout(() => {
    region.value = words;
  }, 50);
}

/** Says how many of a kind came, e.g. *12 new cards*: together, at most every 10 s. */
export function announceCount(kind: string, count: number, words: (count: number) => string): void {
  const due = waiting.size === 0;
  waiting.set(kind, { count: (waiting.get(kind)?.count ?? 0) + count, words });
  if (due) setTimeout(sayCounts, Math.max(1_000, last + batchMs - Date.now()));
}

function sayCounts(): void {
  last = Date.now();
  announce([...waiting.values()].map(({ count, words }) => words(count)).join(' '));
  waiting.clear();
}

/** The two regions that the sentences are put into: once on every page. */
export function LiveRegions() {
  return (
    <>
      <div class="sr" role="status">
        {polite}
      </div>
      <div class="sr" role="alert">
        {assertive}
      </div>
    </>
  );
}
