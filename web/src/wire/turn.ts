/** Calls of the other tabs of the same person. */
export interface Tabs {
  /** Tells the other tabs. */
  tell(news: unknown): void;
  close(): void;
}

/** Listens to the other tabs that use this name; alone where the browser can't. */
export function openTabs(name: string, listen: (news: unknown) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event) => listen(event.data);
  return { tell: (news) => channel.postMessage(news), close: () => channel.close() };
}

const leaseMs = 6_000;
const lookEveryMs = 2_000;

/**
 * Waits until this tab is the one that sends for a person, and holds that turn until `signal` aborts. Not a lock to rely on: two
 * tabs that both believe it is theirs deliver a command twice, which its id makes harmless.
 */
export function takeTurn(name: string, signal: AbortSignal, held: () => void, lost: () => void): void {
  if (navigator.locks) holdLock(name, signal, held, lost);
  else holdLease(name, signal, held, lost);
}

/** A tab in the background may be frozen with the lock in its hand, so the tab that somebody turns to takes it over. */
function holdLock(name: string, signal: AbortSignal, held: () => void, lost: () => void): void {
  let made = 0;
  let holder = 0;
  let queued = false;
  const hold = async (options: LockOptions): Promise<void> => {
    const me = ++made;
    const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    try {
      await navigator.locks.request(name, options, () => {
        if (!options.steal) queued = false;
        holder = me;
        held();
        return aborted;
      });
    } catch {
      if (signal.aborted) return;
      // It was taken from this tab by another one, or by a later request of its own.
      if (holder === me) {
        holder = 0;
        lost();
      }
      queue();
    }
  };
  const queue = (): void => {
    if (queued) return;
    queued = true;
    void hold({ signal });
  };
  const takeOver = (): void => {
    if (holder === 0 && document.visibilityState === 'visible') void hold({ steal: true });
  };
  addEventListener('focus', takeOver, { signal });
  if (document.visibilityState === 'visible') takeOver();
  else queue();
}

/** Without locks: a line in local storage that says whose turn it is, and until when. */
function holdLease(name: string, signal: AbortSignal, held: () => void, lost: () => void): void {
  const key = `turn:${name}`;
  const me = Math.random().toString(36).slice(2);
  let mine = false;
  const look = (): void => {
    const [holder, until] = (read(key) ?? '').split(' ');
    const free = !holder || holder === me || Number(until) < Date.now();
    if (free) write(key, `${me} ${Date.now() + leaseMs}`);
    if (free && !mine) held();
    if (!free && mine) lost();
    mine = free;
  };
  const giveBack = (): void => {
    if (!mine) return;
    write(key, '');
    mine = false;
    lost();
  };
  const timer = setInterval(look, lookEveryMs);
  // Whoever closes the page and opens it anew must not wait for the line to run out.
  addEventListener('pagehide', giveBack, { signal });
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    giveBack();
  });
  look();
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // No storage: then no other tab can see the line either.
  }
}
