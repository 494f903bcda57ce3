import { useEffect, useRef } from 'preact/hooks';
import { type Key, t } from '../../i18n/messages';
import { Dialog } from '../../ui/Dialog';

/**
 * Calls `run` when the key is pressed on the page: not in a sheet, and a letter or sign alone not in a field. A key that is held
 * down counts once.
 */
export function useKey(key: string, { ctrl = false }: { readonly ctrl?: boolean }, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const wanted = event.key === key && (event.ctrlKey || event.metaKey) === ctrl && !event.altKey && !event.repeat;
      if (!wanted || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      if ((!ctrl || key === 'z') && (event.target as Element).closest?.('input, textarea, select')) return;
      event.preventDefault();
      latest.current();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [key, ctrl]);
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
