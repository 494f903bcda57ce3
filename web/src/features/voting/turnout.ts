import { t } from '../../i18n/messages';
import type { ResultRecord } from '../../wire/wire.g';

/** How many voted, and how many of them abstained; with too few ballots nobody knows that. */
export function turnoutWords({ ballots, electors, blank, tooFew }: ResultRecord): string {
  return tooFew ? t('res.turnout-few', { ballots, electors }) : t('res.turnout', { ballots, electors, blank });
}
