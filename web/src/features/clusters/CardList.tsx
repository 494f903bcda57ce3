import { useLayoutEffect, useRef } from 'preact/hooks';
import { useDesk } from './desk';
import { focusCard } from './focus';
import { SortCard } from './SortCard';
import type { Place } from './sorting';

/** The drawn cards of a place, in order. */
export function CardList({ place, label }: { readonly place: Place; readonly label: string }) {
  const { sorting, changeable } = useDesk();
  const drawn = sorting.drawnIn(place).value;
  const all = sorting.cardsIn(place).value;
  const list = useRef<HTMLUListElement>(null);
  const [first, last] = [all[0], all.at(-1)];
  // Somebody else may take away the card that has the focus: the one in its stead gets it.
  const held = list.current?.contains(document.activeElement) ?? false;
  useLayoutEffect(() => {
    if (held && document.activeElement === document.body) focusCard(sorting.reachableIn(place).peek());
  });
  return (
    <ul class="sort-cards" aria-label={label} ref={list}>
      {drawn.map((card) => (
        <SortCard key={`${card} ${changeable}`} card={card} place={place} first={card === first} last={card === last} />
      ))}
    </ul>
  );
}
