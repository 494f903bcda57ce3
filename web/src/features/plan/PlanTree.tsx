import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useCommand, useList, useRecord, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { Words } from '../../ui/Words';
import type { AdoptedPriority, PlanLineRecord, PrioritiesRecord } from '../../wire/wire.g';

/** The plan at a glance: adopted priorities that no objective takes up yet, then the objectives with the number of their actions. */
export function PlanTree({
  objectives,
  chosen,
  onChoose,
}: {
  readonly objectives: readonly string[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}) {
  const priorities = useRecord<PrioritiesRecord>('priorities')?.priorities ?? [];
  const { outbox } = useWorkshop();
  const underway = new Set(
    outbox.entries.value.flatMap(({ command, state }) =>
      command.type === 'draftObjective' && state !== 'refused' ? [command.priority as string] : [],
    ),
  );
  const open = priorities.filter(({ objective }) => !objective);
  return (
    <nav class="plan-tree stack gap-4" aria-label={t('plan.tree')}>
      {open.length > 0 && (
        <section class="stack gap-2">
          <h2 class="plan-tree-head">{t('plan.open-priorities')}</h2>
          <ol class="stack gap-2">
            {open.map((priority) => (
              <Open key={priority.item} priority={priority} underway={underway.has(priority.item)} />
            ))}
          </ol>
        </section>
      )}
      {objectives.length > 0 && (
        <section class="stack gap-2">
          <h2 class="plan-tree-head">{t('plan.objectives')}</h2>
          <ol>
            {objectives.map((id) => (
              <Objective key={id} id={id} current={id === chosen} onChoose={() => onChoose(id)} />
            ))}
          </ol>
        </section>
      )}
    </nav>
  );
}

function Open({ priority, underway }: { readonly priority: AdoptedPriority; readonly underway: boolean }) {
  const send = useCommand();
  return (
    <li class="open-priority">
      <p>
        <b>{number(priority.rank)}</b> <Words of={priority.name} />{' '}
        <span class="hint">{t('plan.src-vote', { rank: priority.rank, dots: priority.dots })}</span>
      </p>
      <Button
        size="sm"
        working={underway ? t('st.sending') : undefined}
        onClick={() => send({ type: 'draftObjective', priority: priority.item })}
      >
        {t('plan.make-objective')}
      </Button>
    </li>
  );
}

function Objective({ id, current, onChoose }: { readonly id: string; readonly current: boolean; readonly onChoose: () => void }) {
  const line = useRecord<PlanLineRecord>(id);
  const actions = useList('line', ({ parent }) => parent !== undefined && parent === line?.line, [line?.line]).length;
  if (!line) return null;
  return (
    <li>
      <button type="button" class="plan-tree-line" aria-current={current ? 'true' : undefined} onClick={onChoose}>
        <span class="digits">{line.number}</span>
        <span class="grow">
          <Words of={line.text} />
        </span>
        <span class="hint" title={t('plan.actions-count', { count: actions })}>
          <span aria-hidden="true">{number(actions)}</span>
          <span class="sr">{t('plan.actions-count', { count: actions })}</span>
        </span>
      </button>
    </li>
  );
}
