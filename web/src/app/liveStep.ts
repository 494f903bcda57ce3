import { useEffect, useState } from 'preact/hooks';
import { useRecord, useShownActivity } from '../store/context';
import { focusNextHeading } from '../ui/StepHeading';
import type { ActivityRecord } from '../wire/wire.g';

/** The step that this page shows, and whether the room has gone on to another. */
export interface LiveStep {
  readonly step: ActivityRecord | undefined;
  /** Set while the person is typing and the room has gone on: goes there. */
  readonly goOn: (() => void) | undefined;
}

const lookEveryMs = 500;

/** Follows the room. The heading takes the focus once; whoever is typing is not torn away, the next step waits for them. */
export function useLiveStep(): LiveStep {
  const shown = useShownActivity();
  // A step that has not begun shows the waiting page: its beginning is a change like another.
  const live = shown && (shown.status === 'planned' && shown.settings.kind !== 'plan' ? 'waiting' : shown.id);
  const [followed, setFollowed] = useState(live);
  const step = useRecord<ActivityRecord>(followed ?? '');
  const [typing, setTyping] = useState(false);

  useEffect(() => {
    if (live === followed) return undefined;
    const follow = (): void => {
      const busy = isTyping();
      setTyping(busy);
      if (busy) return;
      focusNextHeading();
      setFollowed(live);
      scrollTo(0, 0);
    };
    follow();
    const timer = setInterval(follow, lookEveryMs);
    return () => clearInterval(timer);
  }, [live, followed]);

  return {
    step,
    goOn:
      live !== followed && typing
        ? () => {
            focusNextHeading();
            setFollowed(live);
            scrollTo(0, 0);
          }
        : undefined,
  };
}

/** Whether the person is in the middle of a text: in a field with words in it, or at a control of its form. */
function isTyping(): boolean {
  const active = document.activeElement;
  const fields = active?.closest('form')?.querySelectorAll('textarea') ?? [];
  return [...fields].some(({ value }) => value.trim() !== '');
}
