import { t } from '../../i18n/messages';
import { GroupMark } from '../../ui/GroupMark';
import type { ShownBand } from './bands';
import './bands.css';

/** More marks than this in a row can't be taken in, nor counted. */
const mostMarks = 60;

/** How many dots a mark stands for, so that the longest row can still be taken in. */
export function dotsPerMark(longest: number): number {
  return Math.max(1, Math.ceil(longest / mostMarks));
}

/** The dots of a topic themselves, band after band, each with the colour and shape of its groups. `per` dots make a mark. */
export function BandDots({
  byBand,
  bands,
  per = 1,
}: {
  readonly byBand: readonly number[];
  readonly bands: readonly ShownBand[];
  readonly per?: number;
}) {
  const total = byBand.reduce((sum, dots) => sum + dots, 0);
  const words = bands.map(({ name }, i) => `${name} ${byBand[i] ?? 0}`).join(', ');
  return (
    <span class="band-dots" role="img" aria-label={`${t('res.dots', { count: total })}: ${words}`}>
      {bands.map(({ id, place }, i) => (
        <span key={id} class="band">
          {Array.from({ length: Math.round((byBand[i] ?? 0) / per) }, (_, dot) => (
            <GroupMark key={dot} place={place}>
              {null}
            </GroupMark>
          ))}
        </span>
      ))}
    </span>
  );
}

/** Which mark stands for whom. */
export function BandLegend({ bands, per = 1 }: { readonly bands: readonly ShownBand[]; readonly per?: number }) {
  return (
    <ul class="band-legend">
      {bands.map((band) => (
        <li key={band.id}>
          <GroupMark place={band.place}>
            <span>{t('res.band', { name: band.name, ballots: band.ballots, electors: band.electors })}</span>
          </GroupMark>
        </li>
      ))}
      {per > 1 && <li class="muted">{t('res.scale', { count: per })}</li>}
    </ul>
  );
}
