import { list, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import type { CountedBand, StakeholderGroup } from '../../wire/wire.g';

/** A band as the page shows it: groups that were counted together. */
export interface ShownBand {
  readonly id: string;
  readonly name: string;
  /** The place of its first group in the workshop, which gives it colour and shape; undefined: people without a group. */
  readonly place: number | undefined;
  readonly ballots: number;
  readonly electors: number;
}

/** The bands of a result in the reader's language. */
export function shownBands(bands: readonly CountedBand[], groups: readonly StakeholderGroup[]): readonly ShownBand[] {
  return bands.map(({ id, groups: ids, ballots, electors }) => {
    const places = ids.map((group) => groups.findIndex((known) => known.id === group));
    const place = places.find((found) => found >= 0);
    return {
      id,
      name: list(places.map((found) => (found < 0 ? t('res.no-group') : wordingOf(groups[found]!.name).text))),
      place,
      ballots,
      electors,
    };
  });
}
