import { useRef, useState } from 'preact/hooks';

/** What of a list is shown, and how many wait above it. */
export interface HeldBack {
  readonly shown: readonly string[];
  readonly waiting: number;
}

/**
 * Holds back what others add, so that nothing shifts under the reader's eyes: what is new waits until it is asked for. One's own
 * is shown at once, and so is everything where nothing was shown.
 */
export function holdBack(ids: readonly string[], seen: Set<string>, isOwn: (id: string) => boolean): HeldBack {
  for (const id of ids) if (!seen.has(id) && isOwn(id)) seen.add(id);
  const shown = ids.filter((id) => seen.has(id));
  if (shown.length > 0) return { shown, waiting: ids.length - shown.length };
  for (const id of ids) seen.add(id);
  return { shown: ids, waiting: 0 };
}

/** The same for a list on the page: what is there when it is first drawn is shown. */
export function useHeldBack(ids: readonly string[], isOwn: (id: string) => boolean): HeldBack & { readonly showAll: () => void } {
  const seen = useRef<Set<string>>(undefined);
  const [, redraw] = useState(0);
  seen.current ??= new Set(ids);
  const held = holdBack(ids, seen.current, isOwn);
  const showAll = (): void => {
    seen.current = new Set(ids);
    redraw((count) => count + 1);
  };
  return { ...held, showAll };
}
