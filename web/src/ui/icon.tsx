import type { ComponentChildren, VNode } from 'preact';

/** A line icon: decoration beside words, never the only sign. `flips` mirrors it in right-to-left pages: arrows do, checks do not. */
export interface IconProps {
  readonly size?: number;
  readonly flips?: boolean;
}

/** Makes an icon of its shapes, drawn on 24 × 24. */
export function icon(shapes: ComponentChildren): (props: IconProps) => VNode {
  return ({ size = 20, flips = false }) => (
    <svg
      class={flips ? 'flips' : undefined}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {shapes}
    </svg>
  );
}
