import { list, number } from '../../i18n/format';
import { t } from '../../i18n/messages';

const tallestPx = 20;
/** More bars than this can't be told apart in a row of a table. */
const mostBars = 6;

/** Whether it says something, and so many bars can be drawn: with one dot a topic at most, the number of voters says it all. */
export function spreadFits(bars: number): boolean {
  return bars > 1 && bars <= mostBars;
}

/** How many ballots gave a topic one dot, two, three …, as bars; `most` is the tallest of the whole table. */
export function Spread({ counts, most }: { readonly counts: readonly number[]; readonly most: number }) {
  const words = counts.map((ballots, i) => t('results.spread-of', { dots: i + 1, ballots }));
  return (
    <span class="spread" role="img" aria-label={list(words)}>
      {counts.map((ballots, i) => (
        <span key={i}>
          {ballots > 0 && number(ballots)}
          <i style={{ blockSize: `${Math.max(1, Math.round((ballots / most) * tallestPx))}px` }} />
        </span>
      ))}
    </span>
  );
}
