import { useList, useWorkshop } from '../../store/context';
import type { ActivityRecord } from '../../wire/wire.g';

/** The steps of the agenda in order; drawn anew when one changes. */
export function useSteps(): readonly ActivityRecord[] {
  const { store } = useWorkshop();
  return useList('activity').flatMap((id) => store.at<ActivityRecord>(id).value ?? []);
}
