import { useEffect } from 'preact/hooks';
import { UnsentCards } from '../features/cards/UnsentCards';
import { Left } from '../features/people/Left';
import { PersonMenu } from '../features/people/PersonMenu';
import { RememberVisit } from '../features/people/RememberVisit';
import { Waiting } from '../features/people/Waiting';
import { wordingOf } from '../i18n/format';
import { t } from '../i18n/messages';
import { useRecord, useWorkshop } from '../store/context';
import { announce } from '../ui/announce';
import { Button } from '../ui/Button';
import { RoomBar } from '../ui/RoomBar';
import { Banner } from '../ui/status';
import type { ActivityId, ActivityRecord, ActivitySettings, MeRecord, WorkshopRecord } from '../wire/wire.g';
import { Lazy, type Load } from './Lazy';
import { useLiveStep } from './liveStep';
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
  const live = !left && phase !== 'preparing' ? step : undefined;
  useTitle(live);
  return (
    <>
      <RememberVisit />
      <RoomBar title={live && stepName(live)}>
        <PersonMenu
          items={me?.role === 'facilitator' ? [{ key: 'console', label: t('live.console'), href: `/w/${workshop.id}/run` }] : []}
        />
      </RoomBar>
      {goOn && !left && <NextStep onGo={goOn} />}
      {!goOn && !left && <UnsentCards shown={live?.activity} />}
      {live && phase === 'closed' && <Banner kind="info">{t('live.closed')}</Banner>}
      {left ? <Left /> : live ? <Lazy key={live.id} load={steps[live.settings.kind]} props={{ activity: live.activity }} /> : <Waiting />}
    </>
  );
}

/** The room has gone on while the person was typing. */
function NextStep({ onGo }: { readonly onGo: () => void }) {
  useEffect(() => announce(t('live.next-begun')), []);
  return (
    <div class="stays-in-sight">
      <Banner kind="info" action={<Button onClick={onGo}>{t('live.go-on')}</Button>}>
        {t('live.next-begun')}
      </Banner>
    </div>
  );
}

/** The browser's tab says what the page says. */
function useTitle(step: ActivityRecord | undefined): void {
  const workshop = useRecord<WorkshopRecord>('workshop');
  const name = workshop ? wordingOf(workshop.title).text : t('home.name');
  const title = step ? `${stepName(step)} · ${name}` : name;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
