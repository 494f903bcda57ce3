import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { Button } from '../../ui/Button';
import { isCtrl, isInField, isPlain, type KeyLine, KeysSheet, useKeys } from '../../ui/keys';
import { undoLast } from '../../ui/Undo';
import type { CardId } from '../../wire/wire.g';
import { useDesk } from './desk';

const lines: readonly KeyLine[] = [
  [['Tab'], 'keys.regions'],
  [['↑', '↓', '←', '→'], 'sort.key-arrows'],
  [['␣'], 'sort.key-select'],
  [['⇧', '↓'], 'sort.key-range'],
  [['Ctrl', 'A'], 'sort.key-all'],
  [['Enter'], 'sort.key-menu'],
  [['M'], 'sort.key-move'],
  [['Alt', '↑'], 'sort.key-order'],
  [['/'], 'sort.key-search'],
  [['Ctrl', 'Z'], 'keys.undo'],
  [['Esc'], 'sort.key-clear'],
  [['?'], 'keys.this'],
];

/** The keys that work wherever the focus is, and the button that lists them all. */
export function Keys() {
  const { sorting, changeable, open } = useDesk();
  const [listed, list] = useState(false);
  useKeys((event) => {
    if (isCtrl(event, 'z')) return !isInField(event) && undoLast();
    if (isPlain(event, '/')) document.querySelector<HTMLElement>('.sort-search input')?.focus();
    else if (isPlain(event, 'Escape')) sorting.clear();
    else if (isPlain(event, '?')) list(true);
    else if (isPlain(event, 'm') && changeable) {
      const focused = document.activeElement?.getAttribute('data-card') as CardId | null;
      const selected = sorting.selected.peek();
      const cards = selected.length > 0 ? selected : focused ? [focused] : [];
      if (cards.length > 0) open({ does: 'move', cards });
    } else return false;
    return true;
  });
  return (
    <>
      <span class="keys-button">
        <Button size="sm" look="plain" popup="dialog" onClick={() => list(true)}>
          {t('keys.title')}
        </Button>
      </span>
      {listed && <KeysSheet lines={lines} onClose={() => list(false)} />}
    </>
  );
}
