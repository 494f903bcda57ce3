import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './step.css';

let wanted = false;
let shown: HTMLHeadingElement | null = null;

/** The heading of what comes next takes the focus: the room has gone on, or the person's own act has changed the screen. */
export function focusNextHeading(): void {
  wanted = true;
}

/** The heading takes the focus from something that is about to go away, so that those who listen are not thrown to the top of the page. */
export function focusHeading(): void {
  shown?.focus({ preventScroll: true });
}

/** The heading of what everyone looks at. */
export function StepHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    shown = heading.current;
    if (!wanted) return;
    wanted = false;
    focusHeading();
  });
  return (
    <h1 ref={heading} tabIndex={-1} class="step-heading">
      {children}
    </h1>
  );
}
