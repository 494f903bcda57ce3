import { type Key, wordsIn } from '../../i18n/messages';
import { type Kind, usualMinutes, usualSettings } from './kinds';
import type { Filled } from './StepForm';

const steps: readonly (readonly [Kind, Key])[] = [
  ['brainstorm', 'agenda.usual-brainstorm'],
  ['clustering', 'agenda.usual-clustering'],
  ['vote', 'agenda.usual-vote'],
  ['plan', 'agenda.usual-plan'],
];

/** The steps of a short workshop, titled in its languages. */
export function quickStart(languages: readonly string[]): Promise<readonly Filled[]> {
  return Promise.all(
    steps.map(async ([kind, key]) => {
      const words = await wordsIn(languages, key);
      return { title: { original: Object.keys(words)[0]!, words }, minutes: usualMinutes[kind], settings: usualSettings(kind) };
    }),
  );
}
