import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useTopic, useWorkshop } from '../../store/context';
import { LinkButton } from '../../ui/Button';
import { Skeleton } from '../../ui/status';
import { Words } from '../../ui/Words';
import type { ActivityId, ActivityRecord, ClusterRecord } from '../../wire/wire.g';

/** A clustering on the console: how far it is, and the way to its page. */
export function SortingWatch({ activity }: { readonly activity: ActivityId }) {
  const { id } = useWorkshop();
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const state = useTopic(`activity:${activity}`);
  useTopic(step?.source && `activity:${step.source}`);
  const groups = useList('cluster', (cluster) => cluster.activity === activity, [activity]);
  const sorted = useList('placement', (placement) => placement.activity === activity, [activity]);
  const cards = useList('card', (card) => card.activity === step?.source && card.status === 'active', [step?.source]);
  if (state !== 'here') return <Skeleton label={t('page.loading')} />;
  return (
    <div class="stack gap-5">
      <div class="facts">
        <span>
          <b>{number(sorted.length)}</b> {t('clusters.sorted-of', { cards: cards.length })}
        </span>
        <span>
          <b>{number(groups.length)}</b> {t('clusters.groups', { count: groups.length })}
        </span>
      </div>
      {groups.length > 0 && (
        <ul class="panel stack gap-2">
          {groups.map((group) => (
            <Group key={group} id={group} />
          ))}
        </ul>
      )}
      <span>
        <LinkButton href={`/w/${id}/run/clusters`}>{t('clusters.to-sorting')}</LinkButton>
      </span>
    </div>
  );
}

function Group({ id }: { readonly id: string }) {
  const group = useRecord<ClusterRecord>(id);
  if (!group) return null;
  return (
    <li class="row">
      <span class="grow">
        <Words of={group.name} />
      </span>
      <span class="hint">{number(group.size)}</span>
    </li>
  );
}
