import { useState } from 'preact/hooks';
import { wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useMark, useRecord } from '../../store/context';
import { useSigner } from '../../store/people';
import { GroupMark } from '../../ui/GroupMark';
import { EllipsisVerticalIcon } from '../../ui/icons.g';
import { Menu, type MenuItem } from '../../ui/Menu';
import { PersonText, Status } from '../../ui/status';
import { Underway } from '../../ui/Underway';
import { LanguageOf, Words } from '../../ui/Words';
import type { CardRecord } from '../../wire/wire.g';
import { MoveSheet } from './MoveSheet';
import { useModeration } from './moderation';
import { SetAsideSheet } from './SetAsideSheet';

/** A card as staff see it in a list: whose it is, what has become of it, and what can be done with it. */
export function StaffCard({ id }: { readonly id: string }) {
  const card = useRecord<CardRecord>(id);
  const mark = useMark(id);
  if (!card) return null;
  const state = mark?.state === 'refused' ? 'refused' : mark && mark.state !== 'saved' ? 'on-its-way' : '';
  return (
    <li class={`contribution ${card.status === 'active' ? '' : 'aside'} ${state}`}>
      <p class="card-text">
        <Words of={card.text} />
      </p>
      <StandingWords card={card} />
      <Underway record={id} />
      <div class="card-meta">
        <Author card={card} />
        <span class="row gap-2 end">
          <LanguageOf text={card.text} />
          <span class="digits">{card.number}</span>
          <CardMenu card={card} />
        </span>
      </div>
    </li>
  );
}

/** Whose a card is, with the mark of their group. */
export function Author({ card }: { readonly card: CardRecord }) {
  const signer = useSigner(card.author);
  if (!card.author) return <span>{t('card.no-name')}</span>;
  const group = signer?.group && wordingOf(signer.group);
  return (
    <GroupMark place={signer?.place}>
      <PersonText>{signer?.name ?? t('people.erased')}</PersonText>
      {group && (
        <span class="sr" lang={group.lang}>
          {group.text}
        </span>
      )}
    </GroupMark>
  );
}

/** That a card is hidden, parked or withdrawn, and why. */
function StandingWords({ card: { status, reason } }: { readonly card: CardRecord }) {
  if (status === 'active') return null;
  const words =
    status === 'hidden' ? t('moderation.is-hidden') : status === 'parked' ? t('moderation.is-parked') : t('moderation.is-withdrawn');
  return (
    <p class="small">
      <Status kind="idle">{words}</Status> {reason && <bdi>{reason}</bdi>}
    </p>
  );
}

/** What staff can do with a card. */
export function CardMenu({ card }: { readonly card: CardRecord }) {
  const moderation = useModeration();
  const [sheet, setSheet] = useState<'hide' | 'park' | 'move'>();
  const { status } = card;
  // Until the server has the card there is nothing to be done with it.
  if (status === 'withdrawn' || card.number === '') return null;
  const items: readonly MenuItem[] = [
    ...(card.section ? [{ key: 'move', label: t('move.to'), onChoose: () => setSheet('move') }] : []),
    ...(status === 'active' ? [] : [{ key: 'restore', label: t('moderation.restore'), onChoose: () => moderation.restore(card) }]),
    ...(status === 'parked' ? [] : [{ key: 'park', label: t('moderation.park'), onChoose: () => setSheet('park') }]),
    ...(status === 'hidden' ? [] : [{ key: 'hide', label: t('moderation.hide'), onChoose: () => setSheet('hide') }]),
  ];
  const close = (): void => setSheet(undefined);
  return (
    <>
      <Menu label={t('moderation.menu', { number: card.number })} look="plain" size="sm" items={items}>
        <EllipsisVerticalIcon size={18} />
      </Menu>
      {sheet === 'move' && <MoveSheet card={card.card} onMove={moderation.move} onClose={close} />}
      {(sheet === 'hide' || sheet === 'park') && <SetAsideSheet card={card} how={sheet} onClose={close} />}
    </>
  );
}
