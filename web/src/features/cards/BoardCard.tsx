import type { TargetedKeyboardEvent, TargetedPointerEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useMark, useRecord } from '../../store/context';
import { dragFrom } from '../../ui/drag';
import { Status } from '../../ui/status';
import { Underway } from '../../ui/Underway';
import { LanguageOf, Words } from '../../ui/Words';
import type { CardRecord } from '../../wire/wire.g';
import type { Holding, Point } from './holding';
import { MoveSheet } from './MoveSheet';
import { useModeration } from './moderation';
import type { Place } from './placing';
import { Author, CardMenu } from './StaffCard';
import type { Section } from './sections';

interface BoardCardProps {
  readonly id: string;
  readonly holding: Holding;
  readonly reachable: boolean;
  readonly onFocus: () => void;
  /** The card that is held goes before this one. */
  readonly onPutBefore: () => void;
}

/** A card on the board. Its face takes it and puts it down; its menu does what staff do with any card. */
export function BoardCard({ id, holding, reachable, onFocus, onPutBefore }: BoardCardProps) {
  const card = useRecord<CardRecord>(id);
  const mark = useMark(id);
  const line = useRef<HTMLLIElement>(null);
  const [moving, setMoving] = useState(false);
  const moderation = useModeration();
  if (!card) return null;
  const { held } = holding;
  const own = held?.id === id;

  const press = (): void => {
    if (!held) holding.take(id);
    else if (own) holding.put();
    else onPutBefore();
  };
  const key = (event: TargetedKeyboardEvent<HTMLButtonElement>): void => {
    if (held || event.ctrlKey || event.metaKey || event.altKey) return;
    const menu = event.key === 'Enter' && line.current?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
    // By its place: the letter is another one on other keyboards.
    const move = event.code === 'KeyM';
    if (!menu && !move) return;
    event.preventDefault();
    if (menu) menu.click();
    else setMoving(true);
  };
  const drag = (event: TargetedPointerEvent<HTMLButtonElement>): void => {
    // A finger scrolls; it presses the card, then its place.
    if (event.pointerType === 'touch' || held) return;
    dragFrom(event, () => {
      holding.take(id);
      return {
        move: (x, y) => {
          const place = placeUnder({ x, y }, id);
          if (place) holding.over(place, { x, y });
        },
        drop: () => holding.put(),
        cancel: () => holding.putBack(),
      };
    });
  };

  const state = mark?.state === 'refused' ? 'refused' : mark && mark.state !== 'saved' ? 'on-its-way' : '';
  return (
    <li class={`contribution board-card ${state} ${own ? 'held' : ''}`} data-card={id} ref={line}>
      <button
        type="button"
        class="board-card-face"
        tabIndex={reachable ? 0 : -1}
        aria-pressed={own}
        aria-describedby="swot-keys"
        onFocus={onFocus}
        onClick={press}
        onKeyDown={key}
        onPointerDown={drag}
      >
        <Words of={card.text} />
      </button>
      <CardMenu card={card} />
      <div class="card-meta">
        <span class="digits">{card.number}</span>
        <Author card={card} />
        <LanguageOf text={card.text} />
        {card.status === 'parked' && <Status kind="idle">{t('moderation.is-parked')}</Status>}
      </div>
      <Underway record={id} />
      {moving && <MoveSheet card={card.card} onMove={moderation.move} onClose={() => setMoving(false)} />}
    </li>
  );
}

/** The place on the board under a pointer, in the order of reading; undefined: beside the board. */
function placeUnder({ x, y }: Point, held: string): Place | undefined {
  const section = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-section]');
  if (!section) return undefined;
  const forward = document.documentElement.dir === 'rtl' ? -1 : 1;
  const before = [...section.querySelectorAll<HTMLElement>('[data-card]')].filter((card) => {
    const { left, width, top, bottom } = card.getBoundingClientRect();
    return card.dataset['card'] !== held && (bottom < y || (top <= y && forward * (left + width / 2 - x) < 0));
  });
  return { section: section.dataset['section'] as Section['id'], at: before.length };
}
