import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './step.css';

let wanted = false;
let shown: HTMLHeadingElement | null = null;

/** The heading of what comes next takes the focus: the room has gone on, or the person's own act has changed the screen. */
export function focusNextHeading(): void {
  wanted = true;
}

/** To be called with an act that takes something away: if the focus went with it, the heading takes it, not the top of the page. */
export function keepFocus(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) focus(shown);
  });
}

function focus(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true });
}

/** The heading of what everyone looks at. */
export function StepHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    shown = heading.current;
    if (!wanted) return;
    wanted = false;
    focus(shown);
  });
  return (
    <h1 ref={heading} tabIndex={-1} class="step-heading">
      {children}
    </h1>
  );
}
