import type { ComponentChildren } from 'preact';
import './room.css';

/** The strip on top of every page, in the same order everywhere: where we are, time, link, language. */
export function RoomLine({
  title,
  sub,
  children,
  staff,
  below,
  heading,
}: {
  readonly title: ComponentChildren;
  readonly sub?: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly staff?: boolean;
  /** Sentences across the page, under the strip. */
  readonly below?: ComponentChildren;
  /** The title names the page. */
  readonly heading?: boolean;
}) {
  return (
    <header>
      <div class={staff ? 'room staff' : 'room'}>
        <MarkIcon />
        <div class="where">
          {heading ? (
            <h1>
              <bdi>{title}</bdi>
            </h1>
          ) : (
            <b>
              <bdi>{title}</bdi>
            </b>
          )}
          {sub && <span class="sub">{sub}</span>}
        </div>
        <div class="end">{children}</div>
      </div>
      {below}
    </header>
  );
}

/** The mark of the product: a table and who sits around it. */
export function MarkIcon({ size = 30 }: { readonly size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 30 30" aria-hidden="true">
      <circle cx="15" cy="15" r="7.5" fill="none" stroke="currentColor" stroke-width="3" />
      <g fill="currentColor">
        <circle cx="25.9" cy="8.7" r="2" />
        <circle cx="25.9" cy="21.3" r="2" />
        <circle cx="15" cy="27.6" r="2" />
        <circle cx="4.1" cy="21.3" r="2" />
        <circle cx="4.1" cy="8.7" r="2" />
        <circle cx="15" cy="2.4" r="2" />
      </g>
    </svg>
  );
}
