import { useMemo } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useWorkshop } from '../../store/context';
import { unknownLanguage } from '../../ui/Words';
import type { ActivityId, CardRecord } from '../../wire/wire.g';
import { useBoardCards } from './boards';

/** How many cards are on a board, and in which languages. */
export function CardFacts({ activity }: { readonly activity: ActivityId }) {
  const cards = useBoardCards(activity);
  const languages = useLanguages(activity);
  return (
    <>
      <span>
        <b>{number(cards.length)}</b> {t('feed.cards', { count: cards.length })}
      </span>
      {languages.length > 1 && (
        <span class="hint" dir="ltr">
          {languages.map(([tag, count]) => `${tag.slice(0, 2).toUpperCase()} ${number(count)}`).join(' · ')}
        </span>
      )}
    </>
  );
}

/** In which languages the cards on a board are written, and how many in each: the most frequent first. */
export function useLanguages(activity: ActivityId): readonly (readonly [tag: string, count: number])[] {
  const { store } = useWorkshop();
  const cards = useBoardCards(activity);
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const id of cards) {
      const tag = store.peek<CardRecord>(id)?.text.original ?? unknownLanguage;
      if (tag !== unknownLanguage) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    return [...counts].sort(([, a], [, b]) => b - a);
  }, [store, cards]);
}
