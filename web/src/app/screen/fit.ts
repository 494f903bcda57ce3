import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * How many rows can be seen whole: all, or as many as leave room for the line that says how many more there are.
 * `ends`: where each row ends, in their order, in pixels below the beginning of the list.
 */
export function rowsThatFit(ends: readonly number[], height: number, moreHeight: number): number {
  const room = ends.every((end) => end <= height) ? height : height - moreHeight;
  const first = ends.findIndex((end) => end > room);
  return first < 0 ? ends.length : first;
}

/**
 * Keeps what is shown on the wall: nobody can scroll there. `frame` is a box of a fixed height with the list, then the line "and N
 * more"; all rows are laid out, those from `shown` on are to be invisible.
 */
export function useFit(): { readonly frame: RefObject<HTMLDivElement | null>; readonly shown: number } {
  const frame = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState(Number.POSITIVE_INFINITY);
  const measure = (): void => {
    const box = frame.current;
    if (!box) return;
    const [list, more] = [box.firstElementChild!, box.lastElementChild!];
    const top = list.getBoundingClientRect().top;
    const ends = [...list.children].map((row) => Math.floor(row.getBoundingClientRect().bottom - top));
    setShown(rowsThatFit(ends, box.clientHeight, more.getBoundingClientRect().height));
  };
  useLayoutEffect(measure);
  // The projector is plugged in, a font arrives, a row changes.
  useResize(frame, measure);
  return { frame, shown };
}

/** From the designed size down to where nothing in it is under 40 px at 1920 × 1080. */
const scales = [1, 0.85, 0.7, 0.55, 0.42];

/** Makes the words in `frame` smaller, as CSS variable `--fit`, until they fit. */
export function useShrink<E extends HTMLElement>(): RefObject<E | null> {
  const frame = useRef<E>(null);
  const measure = (): void => {
    const box = frame.current;
    if (!box) return;
    for (const scale of scales) {
      box.style.setProperty('--fit', String(scale));
      if (box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth) break;
    }
  };
  useLayoutEffect(measure);
  useResize(frame, measure);
  return frame;
}

function useResize(frame: RefObject<HTMLElement | null>, measure: () => void): void {
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current!);
    for (const child of frame.current!.children) observer.observe(child);
    return () => observer.disconnect();
  }, []);
}
