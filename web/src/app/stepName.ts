import { type Key, t } from '../i18n/messages';
import type { ActivityRecord, ActivitySettings } from '../wire/wire.g';

const kinds: Readonly<Record<ActivitySettings['kind'], Key>> = {
  brainstorm: 'agenda.kind-brainstorm',
  swot: 'agenda.kind-swot',
  clustering: 'agenda.kind-clustering',
  vote: 'agenda.kind-vote',
  plan: 'agenda.kind-plan',
};

/** What a step is called for short: its number and kind. */
export function stepName({ number, settings }: ActivityRecord): string {
  return t('live.step', { number, kind: t(kinds[settings.kind]) });
}
