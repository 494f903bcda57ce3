import { useMemo, useState } from 'preact/hooks';
import { number, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useShownActivity, useTopic, useWorkshop } from '../../store/context';
import { LinkButton } from '../../ui/Button';
import { useMedia } from '../../ui/media';
import { currentQuery } from '../../ui/navigate';
import { Outside } from '../../ui/Outside';
import { RoomBar } from '../../ui/RoomBar';
import { Skeleton } from '../../ui/status';
import { Tabs } from '../../ui/Tabs';
import { UndoBar } from '../../ui/Undo';
import type { ActivityId, ActivityRecord, MeRecord, WorkshopRecord } from '../../wire/wire.g';
import { type Desk, DeskContext, type Sheet, useDesk } from './desk';
import { Groups } from './Groups';
import { Refused } from './Refused';
import { Search } from './Search';
import { SelectionBar } from './SelectionBar';
import { Sheets } from './Sheets';
import { FinishButton, StepState } from './StepState';
import { Sorter } from './sorter';
import { Sorting } from './sorting';
import { Unsorted } from './Unsorted';
import './foresight';
import './sorting.css';

/** The facilitator's page for a clustering: the unsorted cards, and the clusters that they go into. */
export function SortingPage() {
  const role = useRecord<MeRecord>('me')?.role;
  const step = useClustering();
  if (role !== 'facilitator' && role !== 'secretariat') return <Outside>{t('workshop.not-allowed')}</Outside>;
  if (!step) return <Outside>{t('sort.no-step')}</Outside>;
  if (!step.source) return <Outside>{t('agenda.nothing-to-sort')}</Outside>;
  return <OfStep key={step.id} step={step} board={step.source} />;
}

/** The step of the address, else the one that everyone looks at if it is a clustering, else the first that is open, else the last. */
function useClustering(): ActivityRecord | undefined {
  const { store } = useWorkshop();
  const shown = useShownActivity();
  const steps = useList('activity', ({ settings }) => settings.kind === 'clustering').flatMap(
    (id) => store.at<ActivityRecord>(id).value ?? [],
  );
  const wanted = currentQuery('step');
  return (
    steps.find(({ activity }) => activity === wanted) ??
    steps.find(({ activity }) => activity === shown?.activity) ??
    steps.find(({ status }) => status === 'open') ??
    steps.findLast(({ status }) => status === 'closed') ??
    steps[0]
  );
}

function OfStep({ step, board }: { readonly step: ActivityRecord; readonly board: ActivityId }) {
  const workshop = useWorkshop();
  const { activity } = step;
  const clustersHere = useTopic(`activity:${activity}`);
  const cardsHere = useTopic(`activity:${board}`);
  const phase = useRecord<WorkshopRecord>('workshop')?.phase;
  const steps = useList('activity').length;
  const [sheet, open] = useState<Sheet>();
  const sorting = useMemo(() => new Sorting(workshop.store, activity, board), [workshop, activity, board]);
  const desk: Desk = useMemo(
    () => ({ sorting, sorter: new Sorter(workshop, sorting), changeable: step.status === 'open' && phase === 'open', open }),
    [workshop, sorting, step.status, phase],
  );
  const title = wordingOf(step.title);
  const here = clustersHere === 'here' && cardsHere === 'here';
  return (
    <DeskContext.Provider value={desk}>
      <div class="sorting">
        <RoomBar
          staff
          heading
          title={title.text}
          lang={title.lang}
          sub={t('sort.step', { number: step.number, count: steps })}
          notices={
            <>
              <Refused onRename={(refused) => open({ does: 'repair', refused })} />
              <StepState step={step} />
            </>
          }
        >
          <LinkButton href={`/w/${workshop.id}/run`} size="sm">
            {t('settings.back')}
          </LinkButton>
          {here && <FinishButton step={step} />}
        </RoomBar>
        {here ? (
          <Panes />
        ) : (
          <main class="sort-pane">
            <Skeleton label={t('page.loading')} lines={8} />
          </main>
        )}
        {desk.changeable && <SelectionBar />}
        <UndoBar />
      </div>
      {sheet && <Sheets sheet={sheet} onClose={() => open(undefined)} />}
    </DeskContext.Provider>
  );
}

/** Unsorted cards beside the clusters, or on a narrow page one of the two. */
function Panes() {
  const { sorting } = useDesk();
  const wide = useMedia('(min-width: 900px)');
  const [tab, setTab] = useState('unsorted');
  if (wide) {
    return (
      <main class="sort-panes">
        <div class="sort-pane">
          <Search />
          <Unsorted />
        </div>
        <div class="sort-pane">
          <Groups />
        </div>
      </main>
    );
  }
  return (
    <main class="sort-tabs">
      <Search />
      <Tabs
        label={t('sort.parts')}
        tabs={[
          { key: 'unsorted', label: `${t('cl.unsorted')} ${number(sorting.cardsIn(undefined).value.length)}` },
          { key: 'groups', label: `${t('sort.groups')} ${number(sorting.clusters.value.length)}` },
        ]}
        chosen={tab}
        onChoose={setTab}
      >
        {tab === 'groups' ? <Groups /> : <Unsorted />}
      </Tabs>
    </main>
  );
}
