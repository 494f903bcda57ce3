import type { CSSProperties } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { list, number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord } from '../../store/context';
import { GroupMark } from '../../ui/GroupMark';
import { LanguageOf, Words } from '../../ui/Words';
import type { ActivityId, ClusterId, RankedItem, ResultRecord, VoteRecord, WorkshopRecord } from '../../wire/wire.g';
import { BandDots, dotsPerMark } from './BandDots';
import { type ShownBand, shownBands } from './bands';
import { levelWords, lineWords } from './lineWords';
import { inOrder } from './priorities';
import { Spread, spreadFits } from './Spread';

interface RankingTableProps {
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
  /** Of the topics that are level at the line, those that the facilitator has chosen. */
  readonly chosen: readonly ClusterId[];
  /** How many are still to be chosen. */
  readonly missing: number;
}

/** Results that were revealed on this page already: they stand there at once. */
const revealed = new Set<ActivityId>();

/** The ranking as a table: every dot by its band, the totals, and the line between what is selected and what is not. */
export function RankingTable({ vote, result, chosen, missing }: RankingTableProps) {
  const groups = useRecord<WorkshopRecord>('workshop')?.groups ?? [];
  const bands = shownBands(result.bands, groups);
  const per = dotsPerMark(Math.max(...result.rows.map(({ dots }) => dots), 0));
  const spread = spreadFits(vote.rule.mostOnOne);
  const revealing = useMemo(() => !revealed.has(vote.activity), [vote.activity]);
  useEffect(() => void revealed.add(vote.activity), [vote.activity]);
  const most = Math.max(...result.rows.flatMap((row) => row.spread), 1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div class="results-scroll" tabIndex={0} role="region" aria-label={t('res.title')}>
      <table class={revealing ? 'results-table revealing' : 'results-table'}>
        <thead>
          <tr>
            <th scope="col">
              <span class="sr">{t('res.place')}</span>
            </th>
            <th scope="col">{t('res.topic')}</th>
            <th scope="col">
              {t('results.every-dot')}
              {per > 1 && <span class="results-scale">{t('res.scale', { count: per })}</span>}
            </th>
            <th scope="col" class="n">
              {t('res.dots-column')}
            </th>
            <th scope="col" class="n">
              {t('res.voters-column')}
            </th>
            {bands.map((band) => (
              <BandHead key={band.id} band={band} />
            ))}
            {spread && (
              <th scope="col">
                {t('results.spread', { dots: list(Array.from({ length: vote.rule.mostOnOne }, (_, i) => number(i + 1))) })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {inOrder(result.rows, chosen).map((row, place) => (
            <Row
              key={row.item}
              row={row}
              place={place}
              vote={vote}
              result={result}
              bands={bands}
              per={per}
              most={spread ? most : undefined}
              chosen={chosen}
              out={row.selected === false || (row.selected === undefined && missing === 0 && !chosen.includes(row.item))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BandHead({ band }: { readonly band: ShownBand }) {
  return (
    <th scope="col" class="band-head">
      <GroupMark place={band.place}>
        <span>{band.name}</span>
      </GroupMark>
      <span class="band-size">{t('results.band-size', { ballots: band.ballots, electors: band.electors })}</span>
    </th>
  );
}

interface RowProps {
  readonly row: RankedItem;
  readonly place: number;
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
  readonly bands: readonly ShownBand[];
  readonly per: number;
  /** The tallest bar of the spread; undefined: it is not drawn. */
  readonly most: number | undefined;
  readonly chosen: readonly ClusterId[];
  readonly out: boolean;
}

function Row({ row, place, vote, result, bands, per, most, chosen, out }: RowProps) {
  const name = vote.items.find(({ id }) => id === row.item)?.name;
  const level = levelWords(row, result.rows);
  const line = result.line?.select === place ? result.line : undefined;
  // The last place comes first.
  const turn = { '--turn': result.rows.length - 1 - place } as CSSProperties;
  return (
    <>
      {line && (
        <tr class="results-line" style={turn}>
          <td colSpan={5 + bands.length + (most === undefined ? 0 : 1)}>
            <p>
              <b>{t('res.line', { count: line.select })}</b> {lineWords(line, result.adopted || chosen.length > 0)}
            </p>
          </td>
        </tr>
      )}
      <tr class={out ? 'out' : undefined} style={turn}>
        <td class="results-rank">{number(row.rank)}</td>
        <th scope="row">
          {name && (
            <>
              <Words of={name} /> <LanguageOf text={name} />
            </>
          )}
          <span class="results-narrow" aria-hidden="true">
            {t('res.dots', { count: row.dots })}
          </span>
        </th>
        <td>
          <span class="results-dots">
            <BandDots byBand={row.byBand} bands={bands} per={per} />
            {level && <span class="tie">{level}</span>}
          </span>
        </td>
        <td class="n results-total">{number(row.dots)}</td>
        <td class="n">{number(row.voters)}</td>
        {bands.map(({ id }, i) => (
          <td key={id} class="band-figure">
            {row.byBand[i] ? (
              number(row.byBand[i])
            ) : (
              <>
                <span aria-hidden="true">·</span>
                <span class="sr">{number(0)}</span>
              </>
            )}
          </td>
        ))}
        {most !== undefined && (
          <td>
            <Spread counts={row.spread} most={most} />
          </td>
        )}
      </tr>
    </>
  );
}
