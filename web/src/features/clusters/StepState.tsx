import { t } from '../../i18n/messages';
import { useCommand, useMark, useRecord, useWorkshop } from '../../store/context';
import { Button, LinkButton } from '../../ui/Button';
import { Banner } from '../../ui/status';
import { offerUndo } from '../../ui/Undo';
import type { ActivityRecord, MeRecord, WorkshopRecord } from '../../wire/wire.g';
import { useDesk } from './desk';

interface StepProps {
  readonly step: ActivityRecord;
}

/** Why nothing can be sorted now, if so, and what to do about it. */
export function StepState({ step }: StepProps) {
  const { id } = useWorkshop();
  const phase = useRecord<WorkshopRecord>('workshop')?.phase;
  if (phase !== 'open') {
    return (
      <Banner kind="wait" action={<LinkButton href={`/w/${id}/run`}>{t('settings.back')}</LinkButton>}>
        {phase === 'preparing' ? t('sort.workshop-not-open') : t('sort.workshop-closed')}
      </Banner>
    );
  }
  if (step.status === 'open') return null;
  return (
    <Banner kind="wait" action={<OpenButton step={step} />}>
      {step.status === 'planned' ? t('sort.not-open-yet') : t('sort.closed')}
    </Banner>
  );
}

function OpenButton({ step }: StepProps) {
  const send = useCommand();
  const facilitator = useRecord<MeRecord>('me')?.role === 'facilitator';
  const opening = useMark(step.id)?.entries.some(({ command, state }) => command.type === 'openActivity' && state !== 'refused');
  if (!facilitator) return <span>{t('sort.ask-facilitator')}</span>;
  return (
    <Button
      look="filled"
      {...(opening ? { working: t('sort.opening') } : {})}
      onClick={() => send({ type: 'openActivity', activity: step.activity })}
    >
      {step.status === 'planned' ? t('sort.open') : t('sort.open-again')}
    </Button>
  );
}

/** Ends the sorting; the obvious next thing once all cards are sorted. */
export function FinishButton({ step }: StepProps) {
  const { sorting, changeable } = useDesk();
  const send = useCommand();
  const facilitator = useRecord<MeRecord>('me')?.role === 'facilitator';
  const left = sorting.cardsIn(undefined).value.length;
  const selecting = sorting.selected.value.length > 0;
  if (!facilitator || !changeable) return null;
  const finish = (): void => {
    const { activity } = step;
    send({ type: 'closeActivity', activity });
    offerUndo(t('sort.closed'), t('ctl.undo'), () => send({ type: 'openActivity', activity }));
  };
  return (
    <Button
      look={left === 0 && !selecting ? 'filled' : 'outlined'}
      onClick={finish}
      {...(left > 0 ? { sub: t('sort.left', { count: left }) } : {})}
    >
      {t('sort.finish')}
    </Button>
  );
}
