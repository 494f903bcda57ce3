import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useTopic } from '../../store/context';
import { StepHeading } from '../../ui/StepHeading';
import { Empty, Skeleton } from '../../ui/status';
import { LanguageOf, Words } from '../../ui/Words';
import type { ActivityId, ActivityRecord, CardRecord, ClusterId, ClusterRecord, MeRecord, PlacementRecord } from '../../wire/wire.g';
import './reading.css';

/** Clustering on the phone: the groups as they grow, to be read, and where one's own cards went. */
export function ClustersScreen({ activity }: { readonly activity: ActivityId }) {
  const state = useTopic(`activity:${activity}`);
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const board = step?.source;
  const cards = useTopic(board && `activity:${board}`);
  if (!step) return null;
  return (
    <main class="column step">
      <StepHeading>
        <Words of={step.title} />
      </StepHeading>
      <p class="muted">{step.status === 'closed' ? t('clusters.reading-closed') : t('clusters.reading')}</p>
      {state === 'here' && cards === 'here' && board ? (
        <>
          <OwnCards activity={activity} board={board} />
          <Clusters activity={activity} board={board} />
        </>
      ) : (
        <Skeleton label={t('page.loading')} lines={5} />
      )}
    </main>
  );
}

/** Where one's own cards went. */
function OwnCards({ activity, board }: { readonly activity: ActivityId; readonly board: ActivityId }) {
  const me = useRecord<MeRecord>('me')?.person;
  const own = useList(
    'card',
    (card) => card.activity === board && card.author !== undefined && card.author === me && card.status === 'active',
    [board, me],
  );
  if (own.length === 0) return null;
  return (
    <section class="stack gap-2">
      <h2 class="reading-head">{t('clusters.own')}</h2>
      <ul class="own-cards">
        {own.map((id) => (
          <OwnCard key={id} id={id} activity={activity} />
        ))}
      </ul>
    </section>
  );
}

function OwnCard({ id, activity }: { readonly id: string; readonly activity: ActivityId }) {
  const card = useRecord<CardRecord>(id);
  const placement = useRecord<PlacementRecord>(`placed:${activity}/${card?.card}`);
  const cluster = useRecord<ClusterRecord>(`cluster:${placement?.cluster}`);
  if (!card) return null;
  return (
    <li>
      <span class="own-card-text">
        <Words of={card.text} />
      </span>
      <span class="own-card-place">{cluster ? <Words of={cluster.name} /> : <span class="muted">{t('clusters.own-unsorted')}</span>}</span>
    </li>
  );
}

function Clusters({ activity, board }: { readonly activity: ActivityId; readonly board: ActivityId }) {
  const clusters = useList('cluster', (cluster) => cluster.activity === activity, [activity]);
  const placed = useList('placement', (placement) => placement.activity === activity, [activity]);
  const active = useList('card', (card) => card.activity === board && card.status === 'active', [board]);
  const unsorted = useMemo(() => {
    const sorted = new Set(placed.map((id) => id.slice(id.indexOf('/') + 1)));
    return active.filter((id) => !sorted.has(id.slice('card:'.length)));
  }, [placed, active]);
  return (
    <section class="stack gap-2">
      <h2 class="reading-head">{t('clusters.all', { count: clusters.length })}</h2>
      {clusters.length === 0 && <Empty>{t('clusters.none')}</Empty>}
      <ul class="clusters">
        {clusters.map((id) => (
          <Cluster key={id} id={id} activity={activity} />
        ))}
      </ul>
      {unsorted.length > 0 && (
        <Fold title={<span class="cluster-name">{t('cl.unsorted')}</span>} size={unsorted.length}>
          <CardTexts ids={unsorted} />
        </Fold>
      )}
    </section>
  );
}

function Cluster({ id, activity }: { readonly id: string; readonly activity: ActivityId }) {
  const cluster = useRecord<ClusterRecord>(id);
  if (!cluster) return null;
  return (
    <li>
      <Fold
        size={cluster.size}
        title={
          <span class="cluster-name">
            <Words of={cluster.name} />
          </span>
        }
      >
        <ClusterCards activity={activity} cluster={cluster.cluster} />
      </Fold>
    </li>
  );
}

/** A group that opens to show its cards; they are drawn only then. */
function Fold({
  title,
  size,
  children,
}: {
  readonly title: ComponentChildren;
  readonly size: number;
  readonly children: ComponentChildren;
}) {
  const [open, setOpen] = useState(false);
  return (
    <details class="cluster" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        <span class="cluster-size">
          <span aria-hidden="true">{number(size)}</span>
          <span class="sr">{t('clusters.size', { count: size })}</span>
        </span>
      </summary>
      {open && children}
    </details>
  );
}

function ClusterCards({ activity, cluster }: { readonly activity: ActivityId; readonly cluster: ClusterId }) {
  const placements = useList('placement', (placement) => placement.activity === activity && placement.cluster === cluster, [
    activity,
    cluster,
  ]);
  if (placements.length === 0) return <p class="cluster-empty hint">{t('clusters.empty')}</p>;
  return <CardTexts ids={placements.map((id) => `card:${id.slice(id.indexOf('/') + 1)}`)} />;
}

function CardTexts({ ids }: { readonly ids: readonly string[] }) {
  return (
    <ul class="cluster-cards">
      {ids.map((id) => (
        <CardText key={id} id={id} />
      ))}
    </ul>
  );
}

function CardText({ id }: { readonly id: string }) {
  const card = useRecord<CardRecord>(id);
  const me = useRecord<MeRecord>('me')?.person;
  if (!card) return null;
  const own = card.author !== undefined && card.author === me;
  return (
    <li class={own ? 'own' : undefined}>
      <Words of={card.text} />
      <span class="cluster-card-meta">
        <span class="digits">{card.number}</span>
        <LanguageOf text={card.text} />
        {own && <span class="strong">{t('clusters.yours')}</span>}
      </span>
    </li>
  );
}
