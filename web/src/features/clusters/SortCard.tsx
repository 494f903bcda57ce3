import { useComputed } from '@preact/signals';
import type { TargetedKeyboardEvent, TargetedMouseEvent, TargetedPointerEvent } from 'preact';
import { t } from '../../i18n/messages';
import { stateWords } from '../../i18n/states';
import { useMark, useRecord } from '../../store/context';
import { useSigner } from '../../store/people';
import { CheckIcon, EllipsisVerticalIcon } from '../../ui/icons.g';
import { isCtrl } from '../../ui/keys';
import { Menu, type MenuItem } from '../../ui/Menu';
import { PersonText, Status } from '../../ui/status';
import { LanguageOf, Words } from '../../ui/Words';
import type { EntryState } from '../../wire/outbox';
import type { CardId, CardRecord } from '../../wire/wire.g';
import { useDesk } from './desk';
import './sortCard.css';
import { dragCards } from './dragging';
import { focusBeside, focusCard, leaving, neighbourOf } from './focus';
import type { Place } from './sorting';

interface SortCardProps {
  readonly card: CardId;
  readonly place: Place;
  /** The first, or the last, of its place: it can't go further. */
  readonly first: boolean;
  readonly last: boolean;
}

/** A card on the sorting page: to be selected, moved by its menu, dragged. */
export function SortCard(props: SortCardProps) {
  const { card } = props;
  const { sorting, changeable } = useDesk();
  const record = useRecord<CardRecord>(`card:${card}`);
  const placing = useMark(`placed:${sorting.activity}/${card}`)?.state;
  const changing = useMark(`card:${card}`)?.state;
  if (!record) return null;
  const state = placing ?? changing;
  return (
    <li class={['sort-card', state && state !== 'saved' && (state === 'refused' ? 'refused' : 'on-its-way')].filter(Boolean).join(' ')}>
      {changeable ? (
        <>
          <Selectable {...props} record={record} state={state} />
          <CardMenu {...props} number={record.number} />
        </>
      ) : (
        <div class="sort-card-face">
          <Face record={record} state={state} />
        </div>
      )}
    </li>
  );
}

function Face({ record, state }: { readonly record: CardRecord; readonly state: EntryState | undefined }) {
  const signer = useSigner(record.author);
  const worthSaying = state === 'device' || state === 'refused' ? stateWords(state) : undefined;
  return (
    <>
      <span class="sort-card-text">
        <Words of={record.text} />
      </span>
      <span class="sort-card-meta">
        <span class="digits">{record.number}</span>
        {signer?.name && <PersonText>{signer.name}</PersonText>}
        <LanguageOf text={record.text} />
        {worthSaying && <Status kind={worthSaying.kind}>{worthSaying.words}</Status>}
      </span>
    </>
  );
}

type SelectableProps = Pick<SortCardProps, 'card' | 'place'> & { readonly record: CardRecord; readonly state: EntryState | undefined };

function Selectable({ card, place, record, state }: SelectableProps) {
  const { sorting, sorter } = useDesk();
  const selected = useComputed(() => sorting.isSelected(card)).value;
  const reachable = useComputed(() => sorting.reachableIn(place).value === card).value;

  const select = (range: boolean): void => (range ? sorting.selectTo(card) : sorting.toggle(card));
  const press = (event: TargetedMouseEvent<HTMLDivElement>): void => select(event.shiftKey);
  const grip = (event: TargetedPointerEvent<HTMLDivElement>): void => {
    // A press with Shift would mark the text of the page.
    if (event.shiftKey) event.preventDefault();
    if (event.pointerType === 'mouse') dragCards(event, sorting, sorter, card);
  };
  const key = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const ctrl = event.ctrlKey || event.metaKey;
    const up = event.key === 'ArrowUp';
    if (event.key === ' ') select(event.shiftKey);
    else if (event.key === 'Enter' && !ctrl)
      event.currentTarget.closest('li')?.querySelector<HTMLElement>('.menu-anchor > button')?.click();
    else if (isCtrl(event, 'a')) sorting.selectAll(place);
    else if (event.altKey && (up || event.key === 'ArrowDown')) {
      sorter.nudge(card, up ? -1 : 1);
      focusBeside(card);
    } else if (!event.altKey && !ctrl) {
      const next = neighbourOf(sorting, card, place, event.key);
      if (next === undefined) return;
      if (event.shiftKey) {
        if (!sorting.isSelected(card)) sorting.toggle(card);
        sorting.selectTo(next);
      }
      focusCard(next);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      class={selected ? 'sort-card-face selected' : 'sort-card-face'}
      role="checkbox"
      aria-checked={selected}
      tabIndex={reachable ? 0 : -1}
      data-card={card}
      onClick={press}
      onKeyDown={key}
      onPointerDown={grip}
      onFocus={() => sorting.focused(card)}
    >
      <Face record={record} state={state} />
      <i aria-hidden="true">{selected && <CheckIcon size={14} />}</i>
    </div>
  );
}

function CardMenu({ card, place, first, last, number }: SortCardProps & { readonly number: string }) {
  const { sorting, sorter, open } = useDesk();
  const reachable = useComputed(() => sorting.reachableIn(place).value === card).value;
  const move = (by: -1 | 1): void => {
    sorter.nudge(card, by);
    focusBeside(card);
  };
  const items: readonly (MenuItem | false)[] = [
    { key: 'move', label: t('move.to'), onChoose: () => open({ does: 'move', cards: [card] }) },
    place !== undefined && !first && { key: 'up', label: t('sort.move-up'), onChoose: () => move(-1) },
    place !== undefined && !last && { key: 'down', label: t('sort.move-down'), onChoose: () => move(1) },
    place !== undefined && {
      key: 'out',
      label: t('sort.take-out'),
      onChoose: () => leaving(sorting, [card], () => sorter.place([card], undefined)),
    },
    { key: 'new', label: t('sort.new-from', { count: 1 }), onChoose: () => open({ does: 'create', cards: [card] }) },
    { key: 'park', label: t('mod.park'), onChoose: () => leaving(sorting, [card], () => sorter.park([card])) },
  ];
  return (
    <Menu
      label={t('sort.card-menu', { card: number })}
      look="plain"
      size="sm"
      button={{ tabIndex: reachable ? 0 : -1 }}
      items={items.filter((item) => item !== false)}
    >
      <EllipsisVerticalIcon size={18} />
    </Menu>
  );
}
