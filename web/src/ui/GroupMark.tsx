import type { ComponentChildren } from 'preact';
import './group.css';

const shapes = ['dot', 'ring', 'hole', 'half', 'square'] as const;

/** A stakeholder group by colour and shape, beside its name or a person's. `place` is the group's in the workshop, from 0; undefined: none. */
export function GroupMark({ place, children }: { readonly place: number | undefined; readonly children: ComponentChildren }) {
  if (place === undefined) return <span class="group none">{children}</span>;
  // Twelve groups share five colours: the second five have other shapes for the same.
  const shape = shapes[(place + Math.floor(place / shapes.length)) % shapes.length];
  return <span class={`group c${(place % shapes.length) + 1} ${shape}`}>{children}</span>;
}
