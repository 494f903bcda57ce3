import { useState } from 'preact/hooks';
import { day, hour, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useCommand, useRecord, useShownActivity, useWorkshop } from '../../store/context';
import { Button, LinkButton } from '../../ui/Button';
import { Status } from '../../ui/status';
import { Underway } from '../../ui/Underway';
import { offerUndo } from '../../ui/Undo';
import type { ActivityRecord, ClusterId, MeRecord, ResultRecord, VoteRecord, WorkshopRecord } from '../../wire/wire.g';
import { AdoptSheet } from './AdoptSheet';
import { chosenPlaces, priorities } from './priorities';
import { RankingTable } from './RankingTable';
import { ReceiptList } from './ReceiptList';
import { ballotWords, selectionWords } from './ruleWords';
import { TieChoice } from './TieChoice';
import { turnoutWords } from './turnout';

interface ResultsProps {
  readonly step: ActivityRecord;
  readonly vote: VoteRecord;
  readonly result: ResultRecord;
}

/** The result of a closed vote: how it came about, the ranking, and its adoption as the priorities. */
export function Results({ step, vote, result }: ResultsProps) {
  const [chosen, choose] = useState<readonly ClusterId[]>([]);
  const zone = useRecord<WorkshopRecord>('workshop')?.timeZone;
  const title = useRecord<WorkshopRecord>('workshop')?.title;
  const { dots, rows, tooFew } = result;
  const places = chosenPlaces(rows, vote.rule.select);
  // What this page adopted a moment ago stands as it was chosen until the server's word is here.
  const taken = chosen.filter((item) => rows.some((row) => row.item === item && row.selected === undefined));
  return (
    <>
      <p class="results-printed">
        {title && wordingOf(title).text} · {wordingOf(step.title).text}
        {step.closedAt && ` · ${day(step.closedAt, zone)}, ${hour(step.closedAt, zone)}`}
      </p>
      <header class="results-head">
        <div>
          <h1>{tooFew ? t('res.too-few-title') : t('res.title')}</h1>
          <p>
            {turnoutWords(result)} {!tooFew && t('results.dots', { count: dots })} {ballotWords(vote.rule)} {t('results.secret')}
          </p>
        </div>
        <div class="results-acts">
          <OnScreen step={step} />
          {!tooFew && <Adoption step={step} vote={vote} result={result} chosen={chosen} missing={places - chosen.length} />}
        </div>
      </header>
      {tooFew ? (
        <p>{t('res.too-few')}</p>
      ) : (
        <>
          {places > 0 && !result.adopted && <TieChoice vote={vote} result={result} places={places} chosen={chosen} onChoose={choose} />}
          <RankingTable vote={vote} result={result} chosen={taken} missing={places - taken.length} />
          <footer class="results-foot">
            <span>{selectionWords(vote.rule)}</span>
            {vote.rule.smallGroup > 1 && <span>{t('res.small', { count: vote.rule.smallGroup })}</span>}
          </footer>
        </>
      )}
      <ReceiptList receipts={result.receipts}>
        <p>{t('results.receipts-how')}</p>
      </ReceiptList>
    </>
  );
}

/** Whether the room's screen shows the result, and the button that makes it. */
function OnScreen({ step }: { readonly step: ActivityRecord }) {
  const send = useCommand();
  const facilitator = useRecord<MeRecord>('me')?.role === 'facilitator';
  const shown = useShownActivity();
  if (shown?.activity === step.activity) return <Status kind="ok">{t('results.on-screen')}</Status>;
  if (!facilitator) return null;
  const show = (): void => {
    send({ type: 'showActivity', activity: step.activity });
    if (shown) offerUndo(t('results.on-screen'), t('ctl.undo'), () => send({ type: 'showActivity', activity: shown.activity }));
  };
  return <Button onClick={show}>{t('results.show')}</Button>;
}

interface AdoptionProps extends ResultsProps {
  readonly chosen: readonly ClusterId[];
  /** How many of the level topics are still to be chosen. */
  readonly missing: number;
}

function Adoption({ step, vote, result, chosen, missing }: AdoptionProps) {
  const { id } = useWorkshop();
  const [asking, ask] = useState(false);
  const facilitator = useRecord<MeRecord>('me')?.role === 'facilitator';
  const selected = priorities(result.rows, chosen);
  return (
    <>
      <Underway record={result.id} />
      {result.adopted ? (
        <>
          <Status kind="ok">{t('results.adopted')}</Status>
          <LinkButton href={`/w/${id}/plan`} look="filled">
            {t('console.to-plan')}
          </LinkButton>
        </>
      ) : (
        facilitator && (
          <Button
            look="filled"
            popup="dialog"
            unavailable={missing > 0 ? t('results.choose-first', { count: missing }) : undefined}
            onClick={() => ask(true)}
          >
            {t('results.adopt', { count: selected.length + missing })}
          </Button>
        )
      )}
      {asking && <AdoptSheet activity={step.activity} vote={vote} result={result} selected={selected} onClose={() => ask(false)} />}
    </>
  );
}
