/** The workshop that this device took part in last, so that the first page can offer the way back. */
export interface Visit {
  readonly workshop: string;
  readonly title: string;
  readonly lang: string;
  readonly name: string;
}

const key = 'last-visit';

/** Where this device was last; undefined if nowhere, or if it may not remember. */
export function lastVisit(): Visit | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Visit | null;
    return kept?.workshop ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers where this device is now. */
export function rememberVisit(visit: Visit): void {
  try {
    localStorage.setItem(key, JSON.stringify(visit));
  } catch {
    // The way back is then the code.
  }
}

/** The person is nobody there any more. */
export function forgetVisit(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept, then.
  }
}
