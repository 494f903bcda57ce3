const minuteMs = 60_000;

/** When each step begins, in milliseconds after the first one, and after those the end of the last. */
export function beginnings(minutes: readonly number[]): readonly number[] {
  const all = [0];
  for (const length of minutes) all.push(all.at(-1)! + length * minuteMs);
  return all;
}

/** How many whole minutes a step that should have ended at `end` is behind its time; 0: none. */
export function minutesBehind(end: number, now: number): number {
  return Math.max(0, Math.floor((now - end) / minuteMs));
}
