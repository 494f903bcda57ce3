import { useEffect, useState } from 'preact/hooks';
import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useRecord, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { CheckIcon } from '../../ui/icons.g';
import { StepHeading } from '../../ui/StepHeading';
import { Banner, Status } from '../../ui/status';
import type { BallotsRecord, Rejection, VoteRecord } from '../../wire/wire.g';
import type { Placed } from './placed';
import { BallotLines } from './ReviewSheet';
import { inFours, receiptOf } from './receipt';

const slowAfterMs = 2_000;

/** On its way: nothing says that it is cast before the server has. */
export function BallotOnItsWay({ vote, dots }: { readonly vote: VoteRecord; readonly dots: Placed }) {
  const { link } = useWorkshop();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  const late = slow || link.value === 'offline' || link.value === 'reconnecting';
  return (
    <main class="column step">
      <StepHeading>{late ? t('vote.waiting') : t('vote.sending')}</StepHeading>
      {late ? (
        <Banner kind="wait">
          <b>{t('vote.not-arrived')}</b> {t('vote.kept')}
        </Banner>
      ) : (
        <p>
          <Status kind="wait">{t('st.sending')}</Status>
        </p>
      )}
      {Object.keys(dots).length > 0 ? <BallotLines vote={vote} dots={dots} /> : <p>{t('vote.blank')}</p>}
    </main>
  );
}

/** Accepted: the receipt, without the choices, large enough for a photograph. */
export function BallotCast({
  vote,
  ballot,
  onChange,
}: {
  readonly vote: VoteRecord;
  readonly ballot: string;
  readonly onChange: (() => void) | undefined;
}) {
  return (
    <>
      <main class="column step vote-done">
        <div class="vote-accepted">
          <CheckIcon size={56} />
          <StepHeading>{t('vote.accepted')}</StepHeading>
        </div>
        <ReceiptCard ballot={ballot} />
        {onChange ? (
          <div class="stack gap-2 vote-change">
            <p class="small muted">{t('vote.replaceable')}</p>
            <Button onClick={onChange}>{t('vote.change')}</Button>
          </div>
        ) : (
          <p class="small muted vote-change">{t('voting.final')}</p>
        )}
      </main>
      <Turnout vote={vote} least={1} />
    </>
  );
}

function ReceiptCard({ ballot }: { readonly ballot: string }) {
  return (
    <div class="stack gap-2">
      <p class="label receipt-label">{t('vote.receipt')}</p>
      <p class="receipt digits">{inFours(receiptOf(ballot))}</p>
      <p class="small muted">{t('vote.receipt-keep')}</p>
    </div>
  );
}

/** Not accepted: why, what counts now, and the way on. */
export function BallotRefused({
  vote,
  rejection,
  earlier,
  onBack,
}: {
  readonly vote: VoteRecord;
  readonly rejection: Rejection;
  /** The ballot that this device has cast before and that still counts. */
  readonly earlier: string | undefined;
  readonly onBack: () => void;
}) {
  const elsewhere = rejection.code === 'voting.cast-on-another-device';
  return (
    <>
      <main class="column step">
        <StepHeading>{elsewhere ? t('vote.elsewhere') : t('vote.refused')}</StepHeading>
        <Banner kind={elsewhere ? 'info' : 'bad'}>{reason(rejection)}</Banner>
        {earlier && (
          <>
            <p>{t('vote.still-counts')}</p>
            <ReceiptCard ballot={earlier} />
          </>
        )}
        {!elsewhere && <Button onClick={onBack}>{t('vote.back')}</Button>}
      </main>
      <Turnout vote={vote} least={elsewhere || earlier ? 1 : 0} />
    </>
  );
}

/** Without a ballot in this vote: says why. */
export function NotAVoter({ vote, hasVote }: { readonly vote: VoteRecord; readonly hasVote: boolean }) {
  return (
    <>
      <main class="column step">
        <StepHeading>{t('vote.others-vote')}</StepHeading>
        <p>{hasVote ? t('vote.not-listed') : t('vote.no-vote')}</p>
      </main>
      <Turnout vote={vote} />
    </>
  );
}

/** The only interim figure that there is: how many ballots have come. `least` are known to have, whatever the last count was. */
function Turnout({ vote, least = 0 }: { readonly vote: VoteRecord; readonly least?: number }) {
  const ballots = useRecord<BallotsRecord>(`ballots:${vote.activity}`)?.ballots;
  return (
    <footer class="foot">
      <p class="small muted turnout">
        {ballots === undefined
          ? t('vote.result-together')
          : t('vote.turnout', { ballots: Math.max(ballots, least), electors: vote.electors })}
      </p>
    </footer>
  );
}
