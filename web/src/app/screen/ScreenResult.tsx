import { dotsPerMark } from '../../features/voting/BandDots';
import { shortLineWords } from '../../features/voting/lineWords';
import { number } from '../../i18n/format';
import type { RankedItem, ResultRecord, Text, VoteRecord } from '../../wire/wire.g';
import { SaidInTwo, TextInTwo } from './InTwo';
import { Rows } from './Rows';
import type { Speaker } from './speakers';
import './result.css';

interface ScreenResultProps {
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
  readonly speakers: readonly Speaker[];
}

/** The result of a closed vote: the topics that are selected or level at the line, each dot drawn, and why the line fell where it did. */
export function ScreenResult({ vote, result, speakers }: ScreenResultProps) {
  if (result.tooFew) {
    return (
      <h1 class="wall-words">
        <SaidInTwo speakers={speakers} words={(say) => say('res.too-few-title')} />
      </h1>
    );
  }
  const names = new Map<string, Text>(vote.items.map(({ id, name }) => [id, name]));
  const rows = new Map<string, RankedItem>(result.rows.filter(({ selected }) => selected !== false).map((row) => [row.item, row]));
  const per = dotsPerMark(Math.max(...[...rows.values()].map(({ dots }) => dots), 0) * 2);
  return (
    <section class="wall-result">
      <Rows
        look="wall-ranking"
        ids={[...rows.keys()]}
        speakers={speakers}
        row={(item) => {
          const { rank, dots } = rows.get(item)!;
          return (
            <>
              <b>{number(rank)}</b>
              <TextInTwo speakers={speakers} text={names.get(item)!} />
              <strong>{number(dots)}</strong>
              <span class="marks" aria-hidden="true">
                {Array.from({ length: Math.round(dots / per) }, (_, mark) => (
                  <i key={mark} />
                ))}
              </span>
            </>
          );
        }}
      />
      {result.line && (
        <p class="wall-line">
          <SaidInTwo speakers={speakers} words={(say) => shortLineWords(result.line!, result.adopted, say)} />
        </p>
      )}
    </section>
  );
}

/** What stands on top of a result: what it is, and how many voted. */
export function ResultHeading({ result, speakers }: Pick<ScreenResultProps, 'result' | 'speakers'>) {
  const { ballots, electors } = result;
  return (
    <h1 class="wall-heading">
      <SaidInTwo speakers={speakers} words={(say) => say('res.title')} />
      <span class="turnout">
        <SaidInTwo speakers={speakers} words={(say) => say('screen.turnout', { ballots, electors })} />
      </span>
    </h1>
  );
}
