import { useEffect } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { XIcon } from '../../ui/icons.g';
import { useDesk } from './desk';
import { leaving } from './focus';
import './selectionBar.css';

/** What can be done with the selected cards, at the foot of the page while there are some. */
export function SelectionBar() {
  const { sorting, sorter, open } = useDesk();
  const cards = sorting.selected.value;
  const count = cards.length;
  useEffect(() => {
    if (count > 0) announce(t('sort.selected', { count }));
  }, [count]);
  if (count === 0) return null;
  return (
    <section class="selection-bar" aria-label={t('sort.selection')}>
      <b>{t('sort.selected', { count })}</b>
      <Button size="sm" label={t('sort.clear')} onClick={() => sorting.clear()}>
        <XIcon size={18} />
      </Button>
      <span class="end" />
      <Button size="sm" onClick={() => leaving(sorting, cards, () => sorter.park(cards))}>
        {t('mod.park')}
      </Button>
      <Button size="sm" popup="dialog" onClick={() => open({ does: 'move', cards })}>
        {t('move.to')}
      </Button>
      <Button size="sm" look="filled" popup="dialog" onClick={() => open({ does: 'create', cards })}>
        {t('sort.new-from', { count })}
      </Button>
    </section>
  );
}
