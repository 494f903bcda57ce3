import type { ActivityRecord, WorkshopRecord } from '../../wire/wire.g';

/** What a button of the deck does. A word of its own for each, so that the words on the button can name it. */
export type Act =
  | { readonly does: 'set-up' | 'open-session' | 'open-session-again' | 'close-session' }
  | { readonly does: 'start' | 'stop' | 'resume' | 'open-vote' | 'close-vote' | 'go' | 'work' | 'results'; readonly step: ActivityRecord };

/** Where the room is, what is the obvious next thing to do, and perhaps one other. */
export interface Deck {
  readonly filled: Act;
  readonly outlined?: Act;
  /** The step that everyone looks at. */
  readonly shown?: ActivityRecord;
  /** Steps left behind that still take something: going on closes nothing. */
  readonly stillOpen: readonly ActivityRecord[];
}

/** The deck for a workshop and its steps in order. */
export function deckOf({ phase, shown: shownId }: Pick<WorkshopRecord, 'phase' | 'shown'>, steps: readonly ActivityRecord[]): Deck {
  const shown = steps.find(({ activity }) => activity === shownId);
  const stillOpen = steps.filter((step) => step.status === 'open' && step !== shown);
  const seen = { stillOpen, ...(shown ? { shown } : {}) };
  if (phase === 'closed') return { ...seen, filled: { does: 'open-session-again' } };
  if (phase === 'preparing') return { ...seen, filled: { does: steps.length === 0 ? 'set-up' : 'open-session' } };
  const first = steps[0];
  if (!first) return { ...seen, filled: { does: 'set-up' } };
  if (!shown) return { ...seen, filled: { does: first.settings.kind === 'vote' ? 'go' : 'start', step: first } };

  const next = steps[steps.indexOf(shown) + 1];
  const onwards: Act = next ? { does: 'go', step: next } : { does: 'close-session' };
  const vote = shown.settings.kind === 'vote';
  if (shown.status === 'planned') {
    return { ...seen, filled: { does: vote ? 'open-vote' : 'start', step: shown }, ...(next ? { outlined: onwards } : {}) };
  }
  if (shown.status === 'open') {
    return { ...seen, filled: { does: vote ? 'close-vote' : 'stop', step: shown }, ...workOn(shown) };
  }
  return { ...seen, filled: onwards, outlined: { does: vote ? 'results' : 'resume', step: shown } };
}

/** A step that has a page of its own for the facilitator offers it while it is open. */
function workOn(step: ActivityRecord): { readonly outlined?: Act } {
  return step.settings.kind === 'brainstorm' || step.settings.kind === 'vote' ? {} : { outlined: { does: 'work', step } };
}
