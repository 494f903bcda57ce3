import { kindName } from '../features/agenda/kinds';
import { t } from '../i18n/messages';
import type { ActivityRecord } from '../wire/wire.g';

/** What a step is called for short: its number and kind. */
export function stepName({ number, settings }: ActivityRecord): string {
  return t('live.step', { number, kind: kindName(settings.kind) });
}
