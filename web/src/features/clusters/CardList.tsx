import { useDesk } from './desk';
import { SortCard } from './SortCard';
import type { Place } from './sorting';

/** The drawn cards of a place, in order. */
export function CardList({ place, label }: { readonly place: Place; readonly label: string }) {
  const { sorting, changeable } = useDesk();
  const drawn = sorting.drawnIn(place).value;
  const all = sorting.cardsIn(place).value;
  const [first, last] = [all[0], all.at(-1)];
  return (
    <ul class="sort-cards" aria-label={label}>
      {drawn.map((card) => (
        <SortCard key={`${card} ${changeable}`} card={card} place={place} first={card === first} last={card === last} />
      ))}
    </ul>
  );
}
