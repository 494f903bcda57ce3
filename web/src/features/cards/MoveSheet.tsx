import { t } from '../../i18n/messages';
import { useRecord, useWorkshop } from '../../store/context';
import { Dialog } from '../../ui/Dialog';
import { Words } from '../../ui/Words';
import type { CardId, CardRecord } from '../../wire/wire.g';
import { Compass } from './Compass';
import type { Section } from './sections';
import './swot.css';

interface MoveSheetProps {
  readonly card: CardId;
  /** Into the section, behind this card; undefined: it is the first there. */
  readonly onMove: (card: CardRecord, section: Section['id'], after: CardId | undefined) => void;
  readonly onClose: () => void;
}

/** Where a card goes: the compass in the place of dragging. */
export function MoveSheet({ card, onMove, onClose }: MoveSheetProps) {
  const { store } = useWorkshop();
  const record = useRecord<CardRecord>(`card:${card}`);
  if (!record?.section) return null;
  const from = record.section as Section['id'];
  const move = (to: Section['id']): void => {
    onClose();
    if (to === from) return;
    const last = store
      .list('card', (other) => other.activity === record.activity && other.section === to && other.number !== '')
      .peek()
      .at(-1);
    onMove(record, to, last === undefined ? undefined : store.peek<CardRecord>(last)?.card);
  };
  return (
    <Dialog title={t('move.to')} closeLabel={t('ctl.close-sheet')} onClose={onClose}>
      <p class="card-text swot-moving">
        <Words of={record.text} />
      </p>
      <Compass activity={record.activity} label={t('move.to')} current={from} onChoose={move} axes />
      <p class="hint">{t('swot.move-means')}</p>
    </Dialog>
  );
}
