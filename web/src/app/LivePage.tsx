import { useEffect } from 'preact/hooks';
import { UnsentCards } from '../features/cards/UnsentCards';
import { Left } from '../features/people/Left';
import { PersonMenu } from '../features/people/PersonMenu';
import { RememberVisit } from '../features/people/RememberVisit';
import { Waiting } from '../features/people/Waiting';
import { t } from '../i18n/messages';
import { useRecord, useWorkshop } from '../store/context';
import { announce } from '../ui/announce';
import { Button } from '../ui/Button';
import { RoomBar } from '../ui/RoomBar';
import { Banner } from '../ui/status';
import type { ActivityId, ActivitySettings, MeRecord, WorkshopRecord } from '../wire/wire.g';
import { Lazy, type Load } from './Lazy';
import { useLiveStep } from './liveStep';
import { useSpokenOutbox } from './spokenOutbox';
import { stepName } from './stepName';

/** What a participant sees of a step while everyone looks at it. */
export interface StepProps {
  readonly activity: ActivityId;
}

/** The participant's screen for each kind of step. */
const steps: Readonly<Record<ActivitySettings['kind'], Load<StepProps>>> = {
  brainstorm: () => import('../features/cards/BrainstormScreen').then((m) => m.BrainstormScreen),
  swot: () => import('../features/cards/SwotScreen').then((m) => m.SwotScreen),
  clustering: () => import('../features/clusters/ClustersScreen').then((m) => m.ClustersScreen),
  vote: () => import('../features/voting/VoteScreen').then((m) => m.VoteScreen),
  plan: () => import('../features/plan/PlanReading').then((m) => m.PlanReading),
};

/** Whatever is live now. The person never navigates; the room does. */
export function LivePage() {
  const workshop = useWorkshop();
  const { step, goOn } = useLiveStep();
  const phase = useRecord<WorkshopRecord>('workshop')?.phase;
  const me = useRecord<MeRecord>('me');
  const left = me?.attendance === 'left';
  useSpokenOutbox();
  const live = !left && phase !== 'preparing' ? step : undefined;
  return (
    <>
      <RememberVisit />
      <RoomBar
        title={live && stepName(live)}
        notices={
          <>
            {!goOn && !left && <UnsentCards shown={live?.activity} />}
            {live && phase === 'closed' && <Banner kind="info">{t('live.closed')}</Banner>}
          </>
        }
      >
        <PersonMenu
          items={me?.role === 'facilitator' ? [{ key: 'console', label: t('live.console'), href: `/w/${workshop.id}/run` }] : []}
        />
      </RoomBar>
      {goOn && !left && <NextStep onGo={goOn} />}
      {left ? <Left /> : live ? <Lazy key={live.id} load={steps[live.settings.kind]} props={{ activity: live.activity }} /> : <Waiting />}
    </>
  );
}

/** The room has gone on while the person was typing. */
function NextStep({ onGo }: { readonly onGo: () => void }) {
  useEffect(() => announce(t('live.next-begun')), []);
  return (
    <section class="next-step" aria-label={t('live.go-on')}>
      <Banner kind="info" action={<Button onClick={onGo}>{t('live.go-on')}</Button>}>
        {t('live.next-begun')}
      </Banner>
    </section>
  );
}
