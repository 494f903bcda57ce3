import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button, type ButtonProps } from './Button';
import './dialog.css';

/** A line of a menu. */
export interface MenuItem {
  readonly key: string;
  readonly label: ComponentChildren;
  readonly onChoose?: () => void;
  /** It leads to another page. */
  readonly href?: string;
  /** One of several of which one is chosen. */
  readonly checked?: boolean;
  readonly destructive?: boolean;
  readonly lang?: string;
}

/** A button that opens a list of actions. Arrows, Home, End and first letters move in it; Esc and Tab close it. */
export function Menu({
  label,
  children,
  items,
  look = 'outlined',
  size = 'md',
  align = 'end',
  up,
  head,
  words,
  button: more,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly items: readonly MenuItem[];
  readonly look?: NonNullable<ButtonProps['look']>;
  readonly size?: NonNullable<ButtonProps['size']>;
  readonly align?: 'start' | 'end';
  readonly up?: boolean;
  /** The button holds words, not an icon. */
  readonly words?: boolean;
  /** Stands above the items and can't be chosen: whose menu it is. */
  readonly head?: ComponentChildren;
  /** More of the button. */
  readonly button?: Pick<ButtonProps, 'tabIndex' | 'onKeyDown'>;
}) {
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const button = (): HTMLElement | null | undefined => anchor.current?.querySelector('button');
  const lines = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];

  useLayoutEffect(() => {
    if (!open) return undefined;
    (list.current?.querySelector<HTMLElement>('[aria-checked="true"]') ?? lines()[0])?.focus();
    const outside = (event: PointerEvent): void => {
      if (!anchor.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    button()?.focus();
  };
  const move = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const all = lines();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const target =
      event.key === 'ArrowDown'
        ? all[(at + 1) % all.length]
        : event.key === 'ArrowUp'
          ? all[(at + all.length - 1) % all.length]
          : event.key === 'Home'
            ? all[0]
            : event.key === 'End'
              ? all.at(-1)
              : event.key.length === 1
                ? [...all.slice(at + 1), ...all].find((line) => line.textContent?.trim().toLowerCase().startsWith(event.key.toLowerCase()))
                : undefined;
    if (event.key === 'Escape' || event.key === 'Tab') close();
    if (event.key === 'Escape' || target) event.preventDefault();
    if (event.key === 'Escape') event.stopPropagation();
    target?.focus();
  };

  return (
    <span class="menu-anchor" ref={anchor}>
      <Button
        {...(words ? { name: label } : { label })}
        look={look}
        size={size}
        popup="menu"
        expanded={open}
        onClick={() => setOpen(!open)}
        {...more}
      >
        {children}
      </Button>
      {open && (
        <div
          class={`menu ${align === 'start' ? 'from-start' : ''} ${up ? 'up' : ''}`}
          role="menu"
          aria-label={label}
          ref={list}
          onKeyDown={move}
          tabIndex={-1}
        >
          {head && (
            <div class="menu-head" role="presentation">
              {head}
            </div>
          )}
          {items.map((item) => {
            const shared = {
              role: item.checked === undefined ? ('menuitem' as const) : ('menuitemradio' as const),
              'aria-checked': item.checked,
              lang: item.lang,
              tabIndex: -1,
              class: item.destructive ? 'destructive' : undefined,
            };
            const choose = (): void => {
              close();
              item.onChoose?.();
            };
            return item.href ? (
              <a key={item.key} {...shared} href={item.href} onClick={() => setOpen(false)}>
                {item.label}
              </a>
            ) : (
              <button key={item.key} type="button" {...shared} onClick={choose}>
                {item.label}
              </button>
            );
          })}
        </div>
      )}
    </span>
  );
}
