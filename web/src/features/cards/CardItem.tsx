import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/messages';
import { useMark, useRecord } from '../../store/context';
import { Button } from '../../ui/Button';
import { LanguageOf, Words } from '../../ui/Words';
import type { ActivityRecord, CardId, CardRecord, MeRecord, WorkshopRecord } from '../../wire/wire.g';
import { Byline } from './Byline';
import { OwnCard } from './OwnCard';
import { RefusedEntry } from './RefusedEntry';
import './cards.css';

export interface CardItemProps {
  /** The id of its record. */
  readonly id: string;
  /** Asks where to move it; absent on a board without sections. */
  readonly onMove?: ((card: CardId) => void) | undefined;
}

/** A card in a list: its words, whose it is, and what has become of it. */
export function CardItem({ id, onMove }: CardItemProps) {
  const card = useRecord<CardRecord>(id);
  const me = useRecord<MeRecord>('me');
  if (!card) return null;
  return card.author !== undefined && card.author === me?.person ? (
    <OwnCard card={card} onMove={onMove} />
  ) : (
    <OthersCard card={card} onMove={isStaff(me) ? onMove : undefined} />
  );
}

const isStaff = (me: MeRecord | undefined): boolean => me?.role === 'facilitator' || me?.role === 'secretariat';

function OthersCard({ card, onMove }: { readonly card: CardRecord; readonly onMove?: ((card: CardId) => void) | undefined }) {
  const mark = useMark(card.id);
  const open = useTakesCards(card);
  return (
    <li class={card.status === 'active' ? 'contribution' : 'contribution aside'}>
      <CardWords card={card}>
        <Byline author={card.author} />
      </CardWords>
      {mark?.entries.map((entry) => entry.state === 'refused' && <RefusedEntry key={entry.id} entry={entry} />)}
      {onMove && open && (
        <div class="card-actions">
          <MoveButton card={card} onMove={onMove} />
        </div>
      )}
    </li>
  );
}

/** Opens the choice of where a card goes. */
export function MoveButton({ card, onMove }: { readonly card: CardRecord; readonly onMove: (card: CardId) => void }) {
  return (
    <Button look="plain" size="sm" popup="dialog" onClick={() => onMove(card.card)}>
      {t('move.to')}
    </Button>
  );
}

/** What every card shows: its words; below them `children`, its language and number; and why it is set aside. */
export function CardWords({
  card,
  own = false,
  children,
}: {
  readonly card: CardRecord;
  readonly own?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <>
      <p class="card-text">
        <Words of={card.text} />
      </p>
      <div class="card-meta">
        {children}
        <LanguageOf text={card.text} />
        {card.number && <span class="digits">{card.number}</span>}
      </div>
      {card.status !== 'active' && (
        <p class="card-aside">
          {asideWords(card, own)} {card.reason && <span dir="auto">{card.reason}</span>}
        </p>
      )}
    </>
  );
}

function asideWords({ status, reason }: CardRecord, own: boolean): string {
  if (status === 'withdrawn') return t('card.withdrawn');
  if (status === 'parked') return reason ? t('card.parked-because') : t('card.parked');
  if (!own) return t('card.hidden');
  return reason ? t('card.hidden-because') : t('card.hidden-own');
}

/** Whether the board of a card takes changes now; what somebody may do then, the server decides. */
export function useTakesCards({ activity }: CardRecord): boolean {
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const workshop = useRecord<WorkshopRecord>('workshop');
  return step?.status === 'open' && workshop?.phase === 'open';
}
