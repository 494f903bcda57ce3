import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useWorkshop } from '../../store/context';
import { announceCount } from '../../ui/announce';
import { Button } from '../../ui/Button';
import type { CardId, CardRecord } from '../../wire/wire.g';
import { CardItem } from './CardItem';
import { useHeldBack } from './heldBack';

interface CardListProps {
  /** The ids of the records, the newest first. */
  readonly ids: readonly string[];
  readonly label: string;
  readonly empty: ComponentChildren;
  readonly onMove?: ((card: CardId) => void) | undefined;
}

/** Cards, the newest on top. What others add waits behind a button, so that nothing shifts under the reader's eyes. */
export function CardList({ ids, label, empty, onMove }: CardListProps) {
  const { store, me } = useWorkshop();
  const list = useRef<HTMLUListElement>(null);
  const { shown, waiting, showAll } = useHeldBack(ids, (id) => store.peek<CardRecord>(id)?.author === me.person);
  if (shown.length === 0) return <>{empty}</>;
  return (
    <div class="card-list">
      <div class="cards-above">
        {waiting > 0 ? (
          <Button
            size="sm"
            onClick={() => {
              showAll();
              list.current?.focus();
              list.current?.scrollIntoView({ block: 'nearest' });
            }}
          >
            {t('card.new', { count: waiting })}
          </Button>
        ) : (
          <span class="hint">{t('card.newest-first')}</span>
        )}
      </div>
      <ul class="cards" aria-label={label} ref={list} tabIndex={-1}>
        {shown.map((id) => (
          <CardItem key={id} id={id} onMove={onMove} />
        ))}
      </ul>
    </div>
  );
}

/** Tells those who listen how many cards others have added to a list, together and not too often. */
export function useSpokenArrivals(ids: readonly string[]): void {
  const { store, me } = useWorkshop();
  const known = useRef<ReadonlySet<string>>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = new Set(ids);
    const count = before ? ids.filter((id) => !before.has(id) && store.peek<CardRecord>(id)?.author !== me.person).length : 0;
    if (count > 0) announceCount('cards', count, (sum) => t('card.new-heard', { count: sum }));
  }, [ids]);
}
