import { useEffect, useRef } from 'preact/hooks';

/**
 * Whether this key was pressed. On a keyboard that is set to another script, the place counts where the key lies on a Latin one.
 * `ctrl`: with Ctrl or ⌘, else without.
 */
export function isKey(event: KeyboardEvent, key: string, ctrl = false): boolean {
  if ((event.ctrlKey || event.metaKey) !== ctrl || event.altKey) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  // A Cyrillic keyboard has the full stop where a Latin one has the slash.
  if (key === '/') return event.code === 'Slash' && isForeign(event.key.replace('.', '·'));
  return event.code === `Key${key.toUpperCase()}` && isForeign(event.key);
}

const isForeign = (typed: string): boolean => /^[^ -~]$/.test(typed);

/**
 * Calls `run` when the key is pressed on the page: not in a sheet or a menu, and in a field only together with Ctrl, but never Ctrl+Z, which
 * takes back what was typed. A key that is held down counts once.
 */
export function useKey(key: string, { ctrl = false }: { readonly ctrl?: boolean }, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (!isKey(event, key, ctrl) || event.repeat || event.defaultPrevented || document.querySelector('dialog[open], [role="menu"]'))
        return;
      if ((!ctrl || key === 'z') && (event.target as Element).closest?.('input, textarea, select')) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [key, ctrl]);
}
