import type { ComponentChildren } from 'preact';
import './status.css';

/** A state in shape, word and colour: disc, ring, square, diamond; *idle* is a grey disc. */
export function Status({
  kind,
  children,
}: {
  readonly kind: 'ok' | 'wait' | 'off' | 'bad' | 'idle';
  readonly children: ComponentChildren;
}) {
  return <span class={`status ${kind}`}>{children}</span>;
}

/** A sentence across the page: information, waiting (brass), refused (red), restored (green). One at a time. */
export function Banner({
  kind,
  children,
  action,
}: {
  readonly kind: 'info' | 'wait' | 'bad' | 'ok';
  readonly children: ComponentChildren;
  readonly action?: ComponentChildren;
}) {
  return (
    <div class={`banner ${kind}`}>
      <div>{children}</div>
      {action}
    </div>
  );
}

/** Where a line comes from. With `onOpen` it can be pressed; `name` says what it opens. */
export function SourceChip({
  kind,
  children,
  name,
  onOpen,
}: {
  readonly kind: 'card' | 'swot' | 'cluster' | 'vote' | 'missing';
  readonly children: ComponentChildren;
  readonly name?: string;
  readonly onOpen?: () => void;
}) {
  if (!onOpen) return <span class={`chip ${kind}`}>{children}</span>;
  return (
    <button type="button" class={`chip ${kind}`} aria-label={name} onClick={onOpen}>
      {children}
    </button>
  );
}

/** The language of a text that is not the reader's: two letters, its name for those who listen. */
export function LanguageTag({ tag, name }: { readonly tag: string; readonly name: string }) {
  return (
    <span class="lang-tag" title={name}>
      <span aria-hidden="true">{tag.slice(0, 2).toUpperCase()}</span>
      <span class="sr">{name}</span>
    </span>
  );
}

/** Words of a person, a name above all: in their own direction, whatever the page's. */
export function PersonText({ children, lang }: { readonly children: ComponentChildren; readonly lang?: string }) {
  return <bdi lang={lang}>{children}</bdi>;
}

/** What to do where nothing is yet. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <div class="empty">{children}</div>;
}

/** The shape of what is coming. `label` says so to those who listen. */
export function Skeleton({ lines = 3, label }: { readonly lines?: number; readonly label: string }) {
  return (
    <div class="skeleton" role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, i) => (
        <i key={i} />
      ))}
    </div>
  );
}
