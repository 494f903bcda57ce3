import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useCommand, useRecord, useTopic, useWorkshop } from '../../store/context';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { PlusIcon } from '../../ui/icons.g';
import { StepHeading } from '../../ui/StepHeading';
import { Empty, Skeleton } from '../../ui/status';
import { Words } from '../../ui/Words';
import type { ActivityId, ActivityRecord, CardId, CardRecord, WorkshopRecord } from '../../wire/wire.g';
import { BoardAsOf, BoardShut } from './BoardState';
import { useSectionCards } from './boards';
import { CardForm } from './CardForm';
import { CardList, useSpokenArrivals } from './CardList';
import { Compass } from './Compass';

import { type Draft, useDraft } from './draft';
import './foresight';
import { type Section, sections } from './sections';
import './swot.css';

/** A SWOT board on the phone: the compass stays on top, one section is open below it. */
export function SwotScreen({ activity }: { readonly activity: ActivityId }) {
  const state = useTopic(`activity:${activity}`);
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const session = useRecord<WorkshopRecord>('workshop')?.phase;
  const draft = useDraft(`board:${activity}`);
  const [current, setCurrent] = useState<Section['id']>('s');
  const [adding, setAdding] = useState(false);
  const [moving, setMoving] = useState<CardId>();
  if (!step) return null;

  const open = step.status === 'open' && session === 'open';
  const section = sections.find(({ id }) => id === current)!;
  return (
    <>
      <main class="column step swot">
        <StepHeading>
          <Words of={step.title} />
        </StepHeading>
        <div class="swot-compass">
          <Compass activity={activity} label={t('swot.sections')} current={current} onChoose={setCurrent} axes />
        </div>
        {!open && <BoardShut step={step} drafts={[draft]} />}
        <BoardAsOf />
        <div class={`section-head section-${current}`}>
          <h2>{t(section.name)}</h2>
          <p class="small muted">{t(section.question)}</p>
        </div>
        {state === 'here' ? (
          <SectionCards key={current} activity={activity} section={section} onMove={setMoving} />
        ) : (
          <Skeleton label={t('board.loading')} lines={4} />
        )}
      </main>
      {open && (
        <footer class="foot">
          <Button look="filled" size="lg" block popup="dialog" onClick={() => setAdding(true)}>
            <PlusIcon />
            {draft.text.trim() ? t('swot.continue') : t(section.add)}
          </Button>
        </footer>
      )}
      {adding && <AddSheet activity={activity} draft={draft} first={current} onSent={setCurrent} onClose={() => setAdding(false)} />}
      {moving && <MoveSheet activity={activity} card={moving} onClose={() => setMoving(undefined)} />}
    </>
  );
}

function SectionCards({
  activity,
  section,
  onMove,
}: {
  readonly activity: ActivityId;
  readonly section: Section;
  readonly onMove: (card: CardId) => void;
}) {
  const ids = useSectionCards(activity, section.id);
  useSpokenArrivals(ids);
  return (
    <CardList
      ids={ids}
      label={t(section.name)}
      onMove={onMove}
      empty={
        <Empty>
          <p>{t(section.hint)}</p>
          <p class="small">{t(section.example)}</p>
        </Empty>
      }
    />
  );
}

/** Writing a card: the section can still be changed here, without losing the text. */
function AddSheet({
  activity,
  draft,
  first,
  onSent,
  onClose,
}: {
  readonly activity: ActivityId;
  readonly draft: Draft;
  readonly first: Section['id'];
  readonly onSent: (section: Section['id']) => void;
  readonly onClose: () => void;
}) {
  const send = useCommand();
  const [target, setTarget] = useState(first);
  const section = sections.find(({ id }) => id === target)!;
  return (
    <Dialog title={t('swot.add')} closeLabel={t('ctl.close-sheet')} onClose={onClose}>
      <Compass activity={activity} label={t('swot.target')} current={target} onChoose={setTarget} />
      <CardForm
        label={t(section.write)}
        draft={draft}
        send={t('card.send')}
        onCancel={onClose}
        focused
        onSend={(text, language) => {
          send({ type: 'addCard', activity, section: target, text, ...(language ? { language } : {}) });
          draft.clear();
          onSent(target);
          onClose();
        }}
      />
    </Dialog>
  );
}

/** Where a card goes: the compass in the place of dragging. */
function MoveSheet({ activity, card, onClose }: { readonly activity: ActivityId; readonly card: CardId; readonly onClose: () => void }) {
  const { store } = useWorkshop();
  const send = useCommand();
  const record = useRecord<CardRecord>(`card:${card}`);
  if (!record?.section) return null;
  const from = record.section as Section['id'];
  const move = (to: Section['id']): void => {
    onClose();
    if (to === from) return;
    const last = store.list('card', (other) => other.activity === activity && other.section === to && other.number !== '').peek();
    const after = last.length ? store.peek<CardRecord>(last[last.length - 1]!)?.card : undefined;
    send({ type: 'moveCard', card, section: to, ...(after ? { after } : {}) });
    announce(t('swot.moved', { section: t(sections.find(({ id }) => id === to)!.name) }));
  };
  return (
    <Dialog title={t('move.to')} closeLabel={t('ctl.close-sheet')} onClose={onClose}>
      <p class="card-text swot-moving">
        <Words of={record.text} />
      </p>
      <Compass activity={activity} label={t('move.to')} current={from} onChoose={move} axes />
      <p class="hint">{t('swot.move-means')}</p>
    </Dialog>
  );
}
