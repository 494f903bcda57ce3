import { type ReadonlySignal, useSignal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useWorkshop } from '../../store/context';
import { announce } from '../../ui/announce';
import type { CardId, CardRecord } from '../../wire/wire.g';
import { useModeration } from './moderation';
import { type Board, cardAt, type Place, placeOf, type Sizes, sizesOf, stepFrom, type Way } from './placing';
import { sections } from './sections';

/** A card in somebody's hand. */
export interface Held {
  readonly id: string;
  readonly from: Place;
  /** Where it would lie if it were put down now. */
  readonly place: Place;
}

/** Where a pointer is, in the window's coordinates. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Taking a card, carrying it over the board and putting it down: by keys, by pressing, by dragging alike. */
export interface Holding {
  readonly held: Held | undefined;
  /** Where the pointer is that drags the card; undefined: it is held otherwise. */
  readonly pointer: ReadonlySignal<Point | undefined>;
  take(id: string): void;
  /** One step on. */
  step(way: Way): void;
  /** Over this place, by the pointer that is there or by a key. */
  over(place: Place, pointer?: Point): void;
  /** Down, where it is held or at this place. */
  put(place?: Place): void;
  /** Back to where it was. */
  putBack(): void;
}

/** What is held on a board; `onPut` is told which card was put down, there or back. */
export function useHolding(board: Board, onPut: (id: string) => void): Holding {
  const { store } = useWorkshop();
  const moderation = useModeration();
  const pointer = useSignal<Point | undefined>(undefined);
  const [held, setHeld] = useState<Held>();
  // A drag asks between two pictures of the page.
  const latest = useRef<Held>(undefined);
  const hold = (next: Held | undefined): void => {
    latest.current = next;
    if (!next) pointer.value = undefined;
    setHeld(next);
  };

  const gone = held !== undefined && placeOf(board, held.id)?.section !== held.from.section;
  useEffect(() => {
    if (!gone) return;
    hold(undefined);
    announce(t('swot.moved-meanwhile'), true);
  }, [gone]);

  const carry = (now: Held, place: Place): void => {
    if (place.section === now.place.section && place.at === now.place.at) return;
    hold({ ...now, place });
    announce(placeWords(place, sizesOf(board, now.id)));
  };
  const release = (now: Held): void => {
    hold(undefined);
    onPut(now.id);
  };

  return {
    held: gone ? undefined : held,
    pointer,
    take(id) {
      const from = placeOf(board, id);
      const card = store.peek<CardRecord>(id);
      if (!from || !card) return;
      hold({ id, from, place: from });
      announce(t('swot.taken', { number: card.number, text: wordingOf(card.text).text, place: placeWords(from, sizesOf(board, id)) }));
    },
    step(way) {
      const now = latest.current;
      if (now) carry(now, stepFrom(now.place, way, sizesOf(board, now.id)));
    },
    over(place, point) {
      if (point) pointer.value = point;
      if (latest.current) carry(latest.current, place);
    },
    put(place) {
      const now = latest.current;
      const card = now && store.peek<CardRecord>(now.id);
      if (!now || !card) return;
      const { section, at } = place ?? now.place;
      release(now);
      if (section === now.from.section && at === now.from.at) return announce(t('swot.put-back'));
      const before = cardAt(board, section, at - 1, now.id)?.slice('card:'.length) as CardId | undefined;
      const where = placeWords({ section, at }, sizesOf(board, now.id));
      moderation.move(card, section, before, t('swot.put-down', { number: card.number, place: where }));
    },
    putBack() {
      const now = latest.current;
      if (!now) return;
      release(now);
      announce(t('swot.put-back'));
    },
  };
}

/** A place in words: "Threats, 1 of 11". */
export function placeWords({ section, at }: Place, sizes: Sizes): string {
  const name = sections.find(({ id }) => id === section)!.name;
  return t('swot.place', { section: t(name), place: at + 1, count: sizes[section] + 1 });
}
