import { signal } from '@preact/signals';
import { backOrForward, goTo } from './sheetEntry';

const path = signal(typeof location === 'undefined' ? '/' : location.pathname);
const query = signal(typeof location === 'undefined' ? '' : location.search);

/** The address that the page shows, without query and fragment. Who reads it is drawn anew when it changes. */
export function currentPath(): string {
  return path.value;
}

/** A part of the query of the address: `?vote=…`. Who reads it is drawn anew when it changes. */
export function currentQuery(name: string): string | undefined {
  return new URLSearchParams(query.value).get(name) ?? undefined;
}

let moved = false;

/**
 * Whether the page that is drawn now was gone to, rather than loaded: then the reader is led to its heading, once. Those who listen
 * would not notice it otherwise.
 */
export function takeArrival(): boolean {
  const arrived = moved;
  moved = false;
  return arrived;
}

/** Goes to another page of ours. */
export function navigate(to: string, { replace = false } = {}): void {
  goTo(to, replace);
  follow();
  scrollTo(0, 0);
}

function follow(): void {
  moved ||= path.peek() !== location.pathname;
  path.value = location.pathname;
  query.value = location.search;
}

/** Follows links to our own pages without loading them anew, and the browser's back and forward. */
export function startNavigation(): void {
  addEventListener('popstate', () => backOrForward() && follow());
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || link.pathname.startsWith('/api/') || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}
