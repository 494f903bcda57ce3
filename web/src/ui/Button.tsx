import type { ComponentChildren, TargetedKeyboardEvent, TargetedMouseEvent } from 'preact';
import { useId, useState } from 'preact/hooks';
import './button.css';

export interface ButtonProps {
  /** Names the result. */
  readonly children: ComponentChildren;
  readonly onClick?: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  /** One filled button on a screen. */
  readonly look?: 'filled' | 'outlined' | 'plain';
  /** It takes something away. */
  readonly destructive?: boolean;
  readonly size?: 'sm' | 'md' | 'lg';
  /** As wide as its place. */
  readonly block?: boolean;
  /** A line below the words: the consequence. */
  readonly sub?: ComponentChildren;
  /** Says what is happening instead of the words; pressing does nothing meanwhile. */
  readonly working?: string | undefined;
  /** Why it can't be pressed now. It stays in the order of focus and says this when pressed. */
  readonly unavailable?: string | undefined;
  /** An icon alone needs a name. */
  readonly label?: string;
  /** What it is called to those who listen, where the words alone say too little. */
  readonly name?: string;
  readonly submit?: boolean;
  readonly describedBy?: string;
  readonly expanded?: boolean;
  readonly popup?: 'menu' | 'dialog';
  readonly pressed?: boolean;
  readonly onKeyDown?: (event: TargetedKeyboardEvent<HTMLButtonElement>) => void;
  /** -1: reached by arrows or a shortcut, not by Tab. */
  readonly tabIndex?: 0 | -1;
}

/** A button in all its states. */
export function Button(props: ButtonProps) {
  const { children, onClick, look = 'outlined', destructive, size = 'md', block, sub, working, unavailable, label, submit } = props;
  const why = useId();
  const [asked, setAsked] = useState(false);
  const off = working !== undefined || unavailable !== undefined;
  const names = ['btn', look, destructive && 'destructive', size, block && 'block', label && 'square'].filter(Boolean).join(' ');
  const press = (event: TargetedMouseEvent<HTMLButtonElement>): void => {
    if (off) {
      event.preventDefault();
      setAsked(true);
    } else onClick?.(event);
  };
  return (
    <>
      <button
        type={submit ? 'submit' : 'button'}
        class={names}
        onClick={press}
        onKeyDown={props.onKeyDown}
        aria-disabled={off || undefined}
        aria-busy={working !== undefined || undefined}
        aria-label={label ?? props.name}
        aria-describedby={[asked && unavailable ? why : undefined, props.describedBy].filter(Boolean).join(' ') || undefined}
        aria-expanded={props.expanded}
        aria-haspopup={props.popup}
        aria-pressed={props.pressed}
        tabIndex={props.tabIndex}
        title={label}
      >
        {sub ? (
          <span>
            {working ?? children}
            <span class="sub">{sub}</span>
          </span>
        ) : (
          (working ?? children)
        )}
      </button>
      {asked && unavailable && (
        <p class="btn-why" id={why} role="status">
          {unavailable}
        </p>
      )}
    </>
  );
}

/** A link that looks like a button: it goes to another page. */
export function LinkButton({
  href,
  children,
  look = 'outlined',
  size = 'md',
  block,
}: Pick<ButtonProps, 'children' | 'look' | 'size' | 'block'> & { readonly href: string }) {
  return (
    <a class={['btn', look, size, block && 'block'].filter(Boolean).join(' ')} href={href}>
      {children}
    </a>
  );
}
