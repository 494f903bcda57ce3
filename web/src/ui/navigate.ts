import { signal } from '@preact/signals';

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

function follow(): void {
  path.value = location.pathname;
  query.value = location.search;
}

/** Goes to another page of ours. */
export function navigate(to: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', to);
  else history.pushState(null, '', to);
  follow();
  scrollTo(0, 0);
}

/** Follows links to our own pages without loading them anew, and the browser's back and forward. */
export function startNavigation(): void {
  addEventListener('popstate', follow);
  addEventListener('click', (event) => {
    const link = (event.target as Element).closest?.('a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download')) return;
    if (link.origin !== location.origin || link.pathname.startsWith('/api/') || (link.hash && link.pathname === location.pathname)) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
}
