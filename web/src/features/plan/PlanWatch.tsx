import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useTopic, useWorkshop } from '../../store/context';
import { LinkButton } from '../../ui/Button';
import { Skeleton } from '../../ui/status';
import type { PrioritiesRecord } from '../../wire/wire.g';

/** Plan drafting on the console: what is there, and the way to the plan. */
export function PlanWatch() {
  const { id } = useWorkshop();
  const state = useTopic('plan');
  const priorities = useRecord<PrioritiesRecord>('priorities')?.priorities.length ?? 0;
  const objectives = useList('line', ({ kind }) => kind === 'objective').length;
  const actions = useList('line', ({ kind }) => kind === 'action').length;
  if (state !== 'here') return <Skeleton label={t('page.loading')} />;
  return (
    <div class="stack gap-5">
      <div class="facts">
        <span>
          <b>{number(priorities)}</b> {t('plan.priorities-count', { count: priorities })}
        </span>
        <span>
          <b>{number(objectives)}</b> {t('plan.objectives-count', { count: objectives })}
        </span>
        <span>
          <b>{number(actions)}</b> {t('plan.actions-word', { count: actions })}
        </span>
      </div>
      <span>
        <LinkButton href={`/w/${id}/plan`}>{t('plan.to-plan')}</LinkButton>
      </span>
    </div>
  );
}
