import { t } from '../../i18n/messages';
import { useRecord, useShownActivity } from '../../store/context';
import { MarkIcon } from '../../ui/RoomLine';
import { StepHeading } from '../../ui/StepHeading';
import { Words } from '../../ui/Words';
import type { HereRecord, MeRecord, Phase, WorkshopRecord } from '../../wire/wire.g';
import './waiting.css';

/** Nothing is asked of the person now: says that they are in, what is being prepared, and that the screen changes by itself. */
export function Waiting() {
  const me = useRecord<MeRecord>('me');
  const here = useRecord<HereRecord>('here');
  const phase = useRecord<WorkshopRecord>('workshop')?.phase;
  const next = useShownActivity();
  if (phase === 'closed') {
    return (
      <main class="column centred waiting">
        <MarkIcon size={88} />
        <div class="stack gap-2">
          <StepHeading>{t('wait.closed')}</StepHeading>
          <p class="muted">{t('wait.closed-means')}</p>
        </div>
      </main>
    );
  }
  return (
    <main class="column centred waiting">
      <MarkIcon size={88} />
      <div class="stack gap-2">
        <StepHeading>{next || !me?.name ? what(phase) : t('wait.in', { name: me.name })}</StepHeading>
        {!next && me?.name && <p class="strong">{what(phase)}</p>}
        {next && phase === 'open' && (
          <p class="strong">
            <span>{t('wait.step', { number: next.number })}</span> <Words of={next.title} />
          </p>
        )}
        <p class="muted">{t('wait.soon')}</p>
      </div>
      {here && <p class="waiting-here">{t('wait.here', { count: here.people })}</p>}
    </main>
  );
}

function what(phase: Phase | undefined): string {
  return phase === 'preparing' ? t('workshop.not-open-yet') : t('wait.next');
}
