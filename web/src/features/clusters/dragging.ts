import { number } from '../../i18n/format';
import { type Drag, dragFrom } from '../../ui/drag';
import type { CardId, ClusterId } from '../../wire/wire.g';
import type { Sorter } from './sorter';
import type { Place, Sorting } from './sorting';

const edgePx = 48;
const stepPx = 14;

/** The place under the pointer, with its element. */
function placeAt(x: number, y: number): { readonly element: Element; readonly place: Place } | undefined {
  const element = document.elementFromPoint(x, y)?.closest('[data-place]');
  return element ? { element, place: (element.getAttribute('data-place') || undefined) as ClusterId | undefined } : undefined;
}

/** Drags a card with the mouse, with the others if it is one of the selected; it lands in the place where it is let go. */
export function dragCards(press: PointerEvent, sorting: Sorting, sorter: Sorter, card: CardId): void {
  const face = press.currentTarget as HTMLElement;
  dragFrom(press, () => take(face, sorting, sorter, sorting.isSelected(card) ? sorting.selected.peek() : [card]));
}

function take(face: HTMLElement, sorting: Sorting, sorter: Sorter, cards: readonly CardId[]): Drag {
  const held = face.cloneNode(true) as HTMLElement;
  held.className = 'sort-held';
  held.removeAttribute('role');
  held.removeAttribute('data-card');
  held.setAttribute('aria-hidden', 'true');
  held.style.inlineSize = `${face.offsetWidth}px`;
  if (cards.length > 1) held.append(Object.assign(document.createElement('b'), { textContent: number(cards.length) }));
  document.body.append(held);
  let over: Element | undefined;
  let [x, y] = [0, 0];
  // The list under the pointer goes on scrolling while the pointer rests at its edge.
  const scrolling = setInterval(() => scrollAt(x, y), 16);
  const light = (element: Element | undefined): void => {
    if (element === over) return;
    over?.classList.remove('drop');
    element?.classList.add('drop');
    over = element;
  };
  const end = (): void => {
    clearInterval(scrolling);
    light(undefined);
    held.remove();
  };
  return {
    move(toX, toY) {
      [x, y] = [toX, toY];
      held.style.transform = `translate(${x + 8}px, ${y + 8}px)`;
      light(placeAt(x, y)?.element);
    },
    drop() {
      const target = placeAt(x, y);
      end();
      if (target && cards.some((card) => sorting.placeOf(card) !== target.place)) sorter.place(cards, target.place);
    },
    cancel: end,
  };
}

function scrollAt(x: number, y: number): void {
  const pane = document.elementFromPoint(x, y)?.closest('.sort-pane');
  if (!pane) return;
  const { top, bottom } = pane.getBoundingClientRect();
  if (y < top + edgePx) pane.scrollBy(0, -stepPx);
  else if (y > bottom - edgePx) pane.scrollBy(0, stepPx);
}
