import type { CardId } from '../../wire/wire.g';
import type { Place, Sorting } from './sorting';

const elementOf = (card: CardId): HTMLElement | null => document.querySelector(`[data-card="${card}"]`);

/** Puts the focus on a card, once the page has been drawn. */
export function focusCard(card: CardId | undefined): void {
  if (card !== undefined) elementOf(card)?.focus();
}

/** A card that has moved within its list keeps the focus. */
export function focusBeside(card: CardId): void {
  requestAnimationFrame(() => focusCard(card));
}

/** The card that an arrow leads to from this one; undefined: the key leads nowhere. */
export function neighbourOf(sorting: Sorting, card: CardId, place: Place, key: string): CardId | undefined {
  const list = sorting.drawnIn(place).peek();
  const at = list.indexOf(card);
  switch (key) {
    case 'ArrowUp':
      return list[at - 1];
    case 'ArrowDown':
      return list[at + 1];
    case 'Home':
      return list[0];
    case 'End':
      return list.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight':
      return inNextPlace(sorting, place, at, (key === 'ArrowRight') === (document.documentElement.dir !== 'rtl') ? 1 : -1);
    default:
      return undefined;
  }
}

/** At the same height in the next place that has cards. */
function inNextPlace(sorting: Sorting, place: Place, at: number, step: 1 | -1): CardId | undefined {
  const places: readonly Place[] = [undefined, ...sorting.clusters.peek()];
  for (let i = places.indexOf(place) + step; i >= 0 && i < places.length; i += step) {
    const list = sorting.drawnIn(places[i]).peek();
    if (list.length > 0) return list[Math.min(at, list.length - 1)];
  }
  return undefined;
}

/** Does something that takes cards out of their places; the focus goes to the one behind the last of them that stays, else before. */
export function leaving(sorting: Sorting, cards: readonly CardId[], act: () => void): void {
  const place = sorting.placeOf(cards.at(-1)!);
  const list = sorting.drawnIn(place).peek();
  const gone = new Set(cards);
  const at = list.indexOf(cards.at(-1)!);
  const next =
    list.slice(Math.max(at, 0)).find((card) => !gone.has(card)) ?? list.slice(0, Math.max(at, 0)).findLast((card) => !gone.has(card));
  act();
  requestAnimationFrame(() => {
    if (next !== undefined) focusCard(next);
    else document.querySelector<HTMLElement>(`[data-place="${place ?? ''}"] h2`)?.focus();
  });
}
