import { dotsPerMark } from '../../features/voting/BandDots';
import { lineWords } from '../../features/voting/lineWords';
import { number } from '../../i18n/format';
import type { ResultRecord, Text, VoteRecord } from '../../wire/wire.g';
import { SaidInTwo, TextInTwo } from './InTwo';
import type { Speaker } from './speakers';

/** More do not fit: six, and what is level with the last of them. */
const mostRows = 8;

/** The result of a closed vote: the topics that are selected or level at the line, each dot drawn, and why the line fell where it did. */
export function ScreenResult({
  vote,
  result,
  speakers,
}: {
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
  readonly speakers: readonly Speaker[];
}) {
  if (result.tooFew) {
    return (
      <h1 class="wall-words">
        <SaidInTwo speakers={speakers} words={(say) => say('res.too-few-title')} />
      </h1>
    );
  }
  const names = new Map<string, Text>(vote.items.map(({ id, name }) => [id, name]));
  const rows = result.rows.filter(({ selected }) => selected !== false).slice(0, mostRows);
  const per = dotsPerMark(Math.max(...rows.map(({ dots }) => dots)) * 2);
  return (
    <section class="wall-result">
      <h1>
        <SaidInTwo speakers={speakers} words={(say) => say('res.title')} />
        <span class="second">
          <SaidInTwo
            speakers={speakers.slice(0, 1)}
            words={(say) => say('screen.turnout', { ballots: result.ballots, electors: result.electors })}
          />
        </span>
      </h1>
      <ol>
        {rows.map(({ item, rank, dots }) => (
          <li key={item}>
            <b>{number(rank)}</b>
            <span class="names">
              <TextInTwo speakers={speakers} text={names.get(item)!} />
            </span>
            <strong>{number(dots)}</strong>
            <span class="marks" aria-hidden="true">
              {Array.from({ length: Math.round(dots / per) }, (_, mark) => (
                <i key={mark} />
              ))}
            </span>
          </li>
        ))}
      </ol>
      {result.line && result.line.select <= mostRows && (
        <p class="wall-line">
          <SaidInTwo speakers={speakers.slice(0, 1)} words={(say) => lineWords(result.line!, result.adopted, say)} />
        </p>
      )}
    </section>
  );
}
