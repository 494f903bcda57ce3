import { useEffect, useRef } from 'preact/hooks';
import { type Key, t } from '../i18n/messages';
import { Dialog } from './Dialog';

/**
 * Offers every key that is pressed on the page to `take`, which says whether it was its own: not in a sheet or a menu, and in a
 * field only with Ctrl.
 */
export function useKeys(take: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.defaultPrevented || document.querySelector('dialog[open]') || target?.closest('[role="menu"]')) return;
      if (target?.closest('input, textarea, select') && !event.ctrlKey && !event.metaKey) return;
      if (latest.current(event)) event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Whether it is this key with Ctrl (on a Mac with ⌘), pressed once and not held down. */
export function isCtrl(event: KeyboardEvent, key: string): boolean {
  return isSame(event, key) && (event.ctrlKey || event.metaKey) && !event.altKey && !event.repeat;
}

/** Whether it is this key alone, pressed once and not held down. */
export function isPlain(event: KeyboardEvent, key: string): boolean {
  return isSame(event, key) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat;
}

/** On a keyboard that is set to another script, the place counts where the key lies on a Latin one. */
function isSame({ key: typed, code }: KeyboardEvent, key: string): boolean {
  if (typed.toLowerCase() === key.toLowerCase()) return true;
  // A Cyrillic keyboard has the full stop where a Latin one has the slash.
  if (key === '/') return code === 'Slash' && (typed === '.' || isForeign(typed));
  return code === `Key${key.toUpperCase()}` && isForeign(typed);
}

const isForeign = (typed: string): boolean => /^[^ -~]$/.test(typed);

/** Whether the event would take back what somebody types in a field: that is the browser's to do. */
export function isInField({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('input, textarea, select') !== null;
}

/** A line of the list of keys: the keys as they stand on a keyboard, and what they do. */
export type KeyLine = readonly [keys: readonly string[], does: Key];

/** The list of keys. */
export function KeysSheet({ lines, onClose }: { readonly lines: readonly KeyLine[]; readonly onClose: () => void }) {
  return (
    <Dialog title={t('keys.title')} closeLabel={t('ctl.close-sheet')} onClose={onClose}>
      <dl class="keys">
        {lines.map(([keys, does]) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
