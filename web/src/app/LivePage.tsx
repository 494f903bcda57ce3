import { Left } from '../features/people/Left';
import { PersonMenu } from '../features/people/PersonMenu';
import { RememberVisit } from '../features/people/RememberVisit';
import { Waiting } from '../features/people/Waiting';
import { useRecord, useShownActivity } from '../store/context';
import { RoomBar } from '../ui/RoomBar';
import type { ActivityId, ActivitySettings, MeRecord } from '../wire/wire.g';
import { Lazy, type Load } from './Lazy';

/** What a participant sees of a step while everyone looks at it. */
export interface StepProps {
  readonly activity: ActivityId;
}

/** The participant's screen for each kind of step. */
const steps: Partial<Readonly<Record<ActivitySettings['kind'], Load<StepProps>>>> = {};

/** Whatever is live now. The person never navigates; the room does. */
export function LivePage() {
  const shown = useShownActivity();
  const step = shown && steps[shown.settings.kind];
  const left = useRecord<MeRecord>('me')?.attendance === 'left';
  return (
    <>
      <RememberVisit />
      <RoomBar>
        <PersonMenu />
      </RoomBar>
      {left ? <Left /> : shown && step ? <Lazy key={shown.id} load={step} props={{ activity: shown.activity }} /> : <Waiting />}
    </>
  );
}
