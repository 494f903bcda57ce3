import { t } from '../../i18n/messages';
import { useList } from '../../store/context';
import { CheckIcon } from '../../ui/icons.g';
import { CardList } from './CardList';
import { useDesk } from './desk';

/** The cards that lie in no cluster; once there are none, what became of all. */
export function Unsorted() {
  const { sorting } = useDesk();
  const left = sorting.cardsIn(undefined).value.length;
  const found = sorting.foundIn(undefined).value.length;
  const all = sorting.cards.value.length;
  return (
    <section class="unsorted" data-place="" aria-labelledby="unsorted-head">
      <header class="row">
        <h2 id="unsorted-head" class="grow" tabIndex={-1}>
          {t('cl.unsorted')}
        </h2>
        <span class="muted">{t('sort.part-of', found < left ? { part: found, all: left } : { part: left, all })}</span>
      </header>
      {all === 0 ? (
        <p class="hint">{t('sort.no-cards')}</p>
      ) : left === 0 ? (
        <AllSorted />
      ) : found === 0 ? (
        <p class="hint">{t('sort.nothing-found')}</p>
      ) : (
        <CardList place={undefined} label={t('cl.unsorted')} />
      )}
    </section>
  );
}

function AllSorted() {
  const { sorting } = useDesk();
  const { board } = sorting;
  const parked = useList('card', (card) => card.activity === board && card.status === 'parked', [board]).length;
  const hidden = useList('card', (card) => card.activity === board && card.status === 'hidden', [board]).length;
  const withdrawn = useList('card', (card) => card.activity === board && card.status === 'withdrawn', [board]).length;
  return (
    <div class="all-sorted">
      <CheckIcon size={56} />
      <b>{t('sort.all-sorted', { cards: sorting.cards.value.length, groups: sorting.clusters.value.length })}</b>
      {parked + hidden + withdrawn > 0 && <p class="small muted">{t('sort.set-aside', { parked, hidden, withdrawn })}</p>}
    </div>
  );
}
