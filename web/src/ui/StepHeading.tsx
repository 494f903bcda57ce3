import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import './step.css';

let wanted = false;

/** The heading of what comes next takes the focus: the room has gone on, or the person's own act has changed the screen. */
export function focusNextHeading(): void {
  wanted = true;
}

/** The heading of what everyone looks at. */
export function StepHeading({ children }: { readonly children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!wanted) return;
    wanted = false;
    heading.current?.focus({ preventScroll: true });
  });
  return (
    <h1 ref={heading} tabIndex={-1} class="step-heading">
      {children}
    </h1>
  );
}
