import { useKey } from '../../ui/keys';
import { undoLast } from '../../ui/Undo';
import type { CardId } from '../../wire/wire.g';
import { useDesk } from './desk';

/** The keys of the page that work wherever the focus is. */
export function Keys() {
  const { sorting, changeable, open } = useDesk();
  useKey('m', {}, () => {
    const focused = document.activeElement?.getAttribute('data-card') as CardId | null;
    const cards = sorting.selected.peek().length > 0 ? sorting.selected.peek() : focused ? [focused] : [];
    if (changeable && cards.length > 0) open({ does: 'move', cards });
  });
  useKey('/', {}, () => document.querySelector<HTMLElement>('.sort-search input')?.focus());
  useKey('z', { ctrl: true }, () => undoLast());
  useKey('Escape', {}, () => sorting.clear());
  return null;
}
