import { Waiting } from '../features/people/Waiting';
import { useShownActivity } from '../store/context';
import type { ActivityId, ActivitySettings } from '../wire/wire.g';
import { Lazy, type Load } from './Lazy';
import { RoomBar } from './RoomBar';

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
  return (
    <>
      <RoomBar />
      {shown && step ? <Lazy key={shown.id} load={step} props={{ activity: shown.activity }} /> : <Waiting />}
    </>
  );
}
