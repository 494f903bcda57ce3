import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useTopic, useTopics, useWorkshop } from '../../store/context';
import { StepHeading } from '../../ui/StepHeading';
import { Empty, Skeleton, SourceChip } from '../../ui/status';
import { Words } from '../../ui/Words';
import type {
  ActivityId,
  ActivityRecord,
  AdoptedPriority,
  CardRecord,
  MeRecord,
  PlanLineRecord,
  PrioritiesRecord,
  SourceRecord,
} from '../../wire/wire.g';
import '../../styles/papers.css';
import './reading.css';
import { useComputed } from '@preact/signals';

/** Plan drafting on the phone: the adopted priorities and the draft as it grows, to be read, with one's own cards marked. */
export function PlanReading({ activity }: { readonly activity: ActivityId }) {
  const state = useTopic('plan');
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const priorities = useRecord<PrioritiesRecord>('priorities');
  const objectives = useList('line', ({ kind }) => kind === 'objective');
  if (!step) return null;
  return (
    <main class="column step">
      <StepHeading>
        <Words of={step.title} />
      </StepHeading>
      <p class="muted">{t('plan.reading')}</p>
      {state !== 'here' ? (
        <Skeleton label={t('page.loading')} lines={5} />
      ) : (
        <>
          {priorities && <Priorities priorities={priorities.priorities} />}
          {objectives.length > 0 && <Draft objectives={objectives} />}
          {!priorities && objectives.length === 0 && <Empty>{t('plan.reading-none')}</Empty>}
        </>
      )}
    </main>
  );
}

function Priorities({ priorities }: { readonly priorities: readonly AdoptedPriority[] }) {
  return (
    <section class="stack gap-2">
      <h2 class="reading-head">{t('plan.reading-priorities')}</h2>
      <ol class="reading-priorities">
        {priorities.map(({ item, rank, name, dots }) => (
          <li key={item}>
            <b>{number(rank)}</b>
            <span class="grow">
              <Words of={name} />
            </span>
            <span class="muted small">{t('res.dots', { count: dots })}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Draft({ objectives }: { readonly objectives: readonly string[] }) {
  const { store } = useWorkshop();
  // One's own cards are found in the views of the boards that the plan draws on.
  const boards = useComputed(() => {
    const lines = store.list('line').value.map((id) => store.at<PlanLineRecord>(id).value);
    const sources = lines.flatMap((line) => line?.sources ?? []).filter(({ kind }) => kind === 'card');
    return [...new Set(sources.map(({ activity }) => activity))].join(' ');
  }).value;
  useTopics(boards ? boards.split(' ').map((board) => `activity:${board}`) : []);
  return (
    <section class="stack">
      <h2 class="reading-head">{t('plan.reading-draft')}</h2>
      {objectives.map((id) => (
        <Objective key={id} id={id} />
      ))}
    </section>
  );
}

function Objective({ id }: { readonly id: string }) {
  const line = useRecord<PlanLineRecord>(id);
  const actions = useList('line', ({ parent }) => parent !== undefined && parent === line?.line, [line?.line]);
  if (!line) return null;
  return (
    <article class="reading-objective">
      <h3 class="serif">
        <span class="muted">{t('plan.reading-objective', { number: line.number })}</span> <Words of={line.text} />
      </h3>
      <Sources of={line.sources} />
      {actions.length > 0 && (
        <ul class="reading-actions" aria-label={t('plan.reading-actions')}>
          {actions.map((action) => (
            <Action key={action} id={action} />
          ))}
        </ul>
      )}
    </article>
  );
}

function Action({ id }: { readonly id: string }) {
  const line = useRecord<PlanLineRecord>(id);
  if (!line) return null;
  return (
    <li>
      <p class="reading-action serif">
        <span class="digits muted">{line.number}</span>
        <Words of={line.text} />
      </p>
      <Sources of={line.sources} />
    </li>
  );
}

/** Where a line comes from: one's own cards by number, the others together. */
function Sources({ of }: { readonly of: readonly SourceRecord[] }) {
  const { store } = useWorkshop();
  const me = useRecord<MeRecord>('me')?.person;
  const cards = of.filter(({ kind }) => kind === 'card');
  const own = cards.filter(({ ref }) => me !== undefined && store.at<CardRecord>(`card:${ref}`).value?.author === me);
  const others = cards.length - own.length;
  if (of.length === 0) return null;
  return (
    <ul class="reading-sources" aria-label={t('plan.src')}>
      {of.map((source) =>
        source.kind === 'cluster' ? (
          <li key={`cluster ${source.ref}`}>
            <SourceChip kind="cluster">
              <span class="digits">{source.number}</span>
            </SourceChip>
          </li>
        ) : source.kind === 'vote' ? (
          <li key={`vote ${source.activity}`}>
            <SourceChip kind="vote">{t('plan.src-vote', { rank: source.count ?? 0, dots: source.dots ?? 0 })}</SourceChip>
          </li>
        ) : null,
      )}
      {own.map(({ ref, number: called }) => (
        <li key={ref} class="own">
          <SourceChip kind="card">{t('plan.src-yours', { number: called })}</SourceChip>
        </li>
      ))}
      {others > 0 && (
        <li>
          <SourceChip kind="card">{own.length ? t('plan.src-more', { count: others }) : t('plan.src-cards', { count: others })}</SourceChip>
        </li>
      )}
    </ul>
  );
}
