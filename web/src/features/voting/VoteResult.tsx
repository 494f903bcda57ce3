import { hour, number, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord } from '../../store/context';
import { StepHeading } from '../../ui/StepHeading';
import { Words } from '../../ui/Words';
import type { ActivityRecord, RankedItem, ResultRecord, VoteRecord, WorkshopRecord } from '../../wire/wire.g';
import { BandDots, BandLegend, dotsPerMark } from './BandDots';
import { type ShownBand, shownBands } from './bands';
import { lineWords, tieWords } from './lineWords';
import { MyReceipt } from './MyReceipt';
import { ballotWords, selectionWords } from './ruleWords';
import { turnoutWords } from './turnout';
import './result.css';

interface ResultProps {
  readonly step: ActivityRecord;
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
}

/** The result of a vote on the phone: the rule, the ranking as the dots themselves, the line and every tie with its reason. */
export function VoteResult({ step, vote, result }: ResultProps) {
  const workshop = useRecord<WorkshopRecord>('workshop');
  const bands = shownBands(result.bands, workshop?.groups ?? []);
  return (
    <main class="column step">
      <div class="stack gap-2">
        <p class="small muted">
          {step.closedAt ? t('vote.closed-at', { time: hour(step.closedAt, workshop?.timeZone) }) : t('vote.closed')}
        </p>
        <StepHeading>{result.tooFew ? t('res.too-few-title') : t('res.title')}</StepHeading>
        <p class="muted">{turnoutWords(result)}</p>
        <p class="small muted">
          {ballotWords(vote.rule)} {selectionWords(vote.rule)}
        </p>
      </div>
      <MyReceipt activity={vote.activity} receipts={result.receipts} />
      {result.tooFew ? <p>{t('res.too-few')}</p> : <Ranking vote={vote} result={result} bands={bands} />}
      <Next after={step.number} />
    </main>
  );
}

function Ranking({
  vote,
  result,
  bands,
}: {
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
  readonly bands: readonly ShownBand[];
}) {
  const per = dotsPerMark(Math.max(...result.rows.map(({ dots }) => dots), 0));
  return (
    <>
      <BandLegend bands={bands} per={per} />
      <ol class="ranking">
        {result.rows.map((row, place) => (
          <Row
            key={row.item}
            row={row}
            vote={vote}
            result={result}
            bands={bands}
            per={per}
            line={
              result.line && place === result.line.select
                ? `${t('res.line', { count: result.line.select })} ${lineWords(result.line, result.adopted)}`
                : undefined
            }
          />
        ))}
      </ol>
      {vote.rule.smallGroup > 1 && <p class="small muted">{t('res.small', { count: vote.rule.smallGroup })}</p>}
      <Table vote={vote} result={result} bands={bands} />
    </>
  );
}

function Row({
  row,
  vote,
  result,
  bands,
  per,
  line,
}: Omit<ResultProps, 'step'> & {
  readonly row: RankedItem;
  readonly bands: readonly ShownBand[];
  readonly per: number;
  /** The line lies above this row. */
  readonly line: string | undefined;
}) {
  const item = vote.items.find(({ id }) => id === row.item);
  const tie = tieWords(row, result.rows);
  return (
    <>
      {line && <li class="ranking-line">{line}</li>}
      <li class={row.selected === false ? 'ranking-row out' : 'ranking-row'}>
        <span class="ranking-place">{number(row.rank)}</span>
        <span class="ranking-name">{item && <Words of={item.name} />}</span>
        <b class="ranking-total">{number(row.dots)}</b>
        <span class="ranking-dots">
          <BandDots byBand={row.byBand} bands={bands} per={per} />
        </span>
        <span class="ranking-notes">
          <span class="small muted">{t('res.voters', { count: row.voters })}</span>
          {tie && <span class="tie">{tie}</span>}
        </span>
      </li>
    </>
  );
}

/** The same in figures, for those who read tables better, and for those who listen. */
function Table({
  vote,
  result,
  bands,
}: {
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
  readonly bands: readonly ShownBand[];
}) {
  return (
    <details class="result-table">
      <summary>{t('res.as-table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div class="scrolls" tabIndex={0} role="region" aria-label={t('res.as-table')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('res.place')}</th>
              <th scope="col">{t('res.topic')}</th>
              <th scope="col">{t('res.dots-column')}</th>
              <th scope="col">{t('res.voters-column')}</th>
              {bands.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.rows.map((row) => {
              const item = vote.items.find(({ id }) => id === row.item);
              return (
                <tr key={row.item}>
                  <td>{number(row.rank)}</td>
                  <th scope="row">{item && <Words of={item.name} />}</th>
                  <td>{number(row.dots)}</td>
                  <td>{number(row.voters)}</td>
                  {bands.map(({ id }, i) => (
                    <td key={id}>{number(row.byBand[i] ?? 0)}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** What comes next on the agenda. */
function Next({ after }: { readonly after: number }) {
  const [next] = useList('activity', ({ number: place }) => place === after + 1, [after]);
  const step = useRecord<ActivityRecord>(next ?? '');
  if (!step) return null;
  const { text, lang } = wordingOf(step.title);
  return (
    <p>
      <span class="small muted result-next">{t('vote.next')}</span>
      <bdi lang={lang}>{text}</bdi>
    </p>
  );
}
