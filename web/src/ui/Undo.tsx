import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { announce } from './announce';
import { Button } from './Button';
import './undo.css';

interface Done {
  readonly words: string;
  readonly label: string;
  readonly takeBack: () => void;
}

const offeredMs = 10_000;
const done = signal<Done | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Offers for 10 s to take back what was just done. `words` say what it was, `label` what taking it back will do; the newest replaces. */
export function offerUndo(words: string, label: string, takeBack: () => void): void {
  done.value = { words, label, takeBack };
  announce(`${words} ${label}: Ctrl+Z`);
  count();
}

/** Takes the offered thing back; false: nothing is on offer. */
export function undoLast(): boolean {
  const offered = done.peek();
  if (!offered) return false;
  withdraw();
  offered.takeBack();
  return true;
}

/** The offer, where the page has room for it. It waits while it is pointed at or has the focus. */
export function UndoBar() {
  useEffect(() => withdraw, []);
  const offered = done.value;
  if (!offered) return null;
  return (
    <section
      class="undo"
      aria-label={offered.label}
      onPointerEnter={hold}
      onPointerLeave={count}
      onFocusCapture={hold}
      onBlurCapture={count}
    >
      <span class="grow">{offered.words}</span>
      <Button onClick={undoLast}>{offered.label}</Button>
    </section>
  );
}

function withdraw(): void {
  hold();
  done.value = undefined;
}

function hold(): void {
  clearTimeout(timer);
}

function count(): void {
  hold();
  timer = setTimeout(withdraw, offeredMs);
}
