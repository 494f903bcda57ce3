import { useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useRecord, useTopic } from '../../store/context';
import { Button } from '../../ui/Button';
import { PlusIcon } from '../../ui/icons.g';
import { isCtrl, isInField, useKeys } from '../../ui/keys';
import { keepFocus, StepHeading } from '../../ui/StepHeading';
import { Empty, Skeleton } from '../../ui/status';
import { UndoBar, undoLast } from '../../ui/Undo';
import { Words } from '../../ui/Words';
import type { ActivityId, ActivityRecord, CardId, CardRecord, WorkshopRecord } from '../../wire/wire.g';
import { AddSheet } from './AddSheet';
import { BoardAsOf, BoardShut } from './BoardState';
import { useSectionCards } from './boards';
import { CardList, useSpokenArrivals } from './CardList';
import { Compass } from './Compass';
import { useDraft } from './draft';
import './foresight';
import { MoveSheet } from './MoveSheet';
import { useModeration } from './moderation';
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
  const moderation = useModeration();
  useKeys((event) => isCtrl(event, 'z') && !isInField(event) && undoLast());
  if (!step) return null;

  const move = (card: CardRecord, to: Section['id'], after: CardId | undefined): void => {
    // The card leaves this list, and its button with it.
    keepFocus();
    moderation.move(card, to, after, t('swot.moved', { section: t(sections.find(({ id }) => id === to)!.name) }));
  };
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
        <div class="swot-undo">
          <UndoBar />
        </div>
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
      {moving && <MoveSheet card={moving} onMove={move} onClose={() => setMoving(undefined)} />}
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
