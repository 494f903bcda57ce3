import { useEffect, useState } from 'preact/hooks';
import { t } from '../../i18n/messages';
import { useRecord, useTopic, useWorkshop } from '../../store/context';
import { announce } from '../../ui/announce';
import { focusNextHeading, StepHeading } from '../../ui/StepHeading';
import { Skeleton } from '../../ui/status';
import { Words } from '../../ui/Words';
import type { ActivityId, ActivityRecord, ElectorRecord, MeRecord, ResultRecord, VoteRecord } from '../../wire/wire.g';
import { BallotCast, BallotOnItsWay, BallotRefused, NotAVoter } from './BallotState';
import { DotTray } from './DotTray';
import { usePlaced } from './placed';
import { VoteResult } from './VoteResult';
import './vote.css';

/** A dot vote on the phone: placing, casting, the receipt, and the result once it is closed. */
export function VoteScreen({ activity }: { readonly activity: ActivityId }) {
  useTopic(`activity:${activity}`);
  const step = useRecord<ActivityRecord>(`activity:${activity}`);
  const vote = useRecord<VoteRecord>(`vote:${activity}`);
  const result = useRecord<ResultRecord>(`result:${activity}`);
  useSpokenClose(vote !== undefined, result !== undefined);
  if (!step) return null;
  if (result && vote) return <VoteResult step={step} vote={vote} result={result} />;
  if (!vote) {
    return (
      <main class="column step">
        <StepHeading>
          <Words of={step.title} />
        </StepHeading>
        <Skeleton label={t('page.loading')} lines={6} />
      </main>
    );
  }
  return <OpenVote step={step} vote={vote} />;
}

function OpenVote({ step, vote }: { readonly step: ActivityRecord; readonly vote: VoteRecord }) {
  const { activity } = vote;
  const workshop = useWorkshop();
  const me = useRecord<MeRecord>('me');
  const elector = useRecord<ElectorRecord>(`elector:${activity}`);
  const known = workshop.views.stateOf(`person:${workshop.me.person}/activity:${activity}`).value === 'here';
  const filling = usePlaced(activity);
  const [again, setAgain] = useState(false);
  // Reading them all is what draws this anew when one changes.
  workshop.ballots.all.value;
  const ballot = workshop.ballots.stateOf(activity);
  const kind = ballot?.kind;

  useEffect(() => {
    if (kind !== 'cast' || again) return;
    filling.clear();
  }, [kind, again]);
  useSpokenOutcome(kind);

  const cast = (): void => {
    focusNextHeading();
    setAgain(false);
    void workshop.ballots.cast(activity, filling.placed);
  };
  const show = (dots: boolean) => (): void => {
    focusNextHeading();
    setAgain(dots);
  };

  if (!known) {
    return (
      <main class="column step">
        <Skeleton label={t('page.loading')} lines={6} />
      </main>
    );
  }
  if (!elector) return <NotAVoter vote={vote} hasVote={me?.votes ?? true} />;
  if (ballot?.kind === 'sending') return <BallotOnItsWay vote={vote} dots={ballot.dots} />;
  if (ballot?.kind === 'cast' && !again)
    return <BallotCast vote={vote} ballot={ballot.ballot} onChange={vote.rule.replaceable ? show(true) : undefined} />;
  if (ballot?.kind === 'refused' && !again) {
    return <BallotRefused vote={vote} rejection={ballot.rejection} earlier={ballot.ballot} onBack={show(true)} />;
  }
  return <DotTray step={step} vote={vote} filling={filling} onCast={cast} onKeep={ballot && again ? show(false) : undefined} />;
}

/** Those who listen hear that the vote was closed while they were in it. */
function useSpokenClose(known: boolean, closed: boolean): void {
  const [before, setBefore] = useState<boolean>();
  useEffect(() => {
    if (!known) return;
    if (before === false && closed) announce(t('vote.closed'));
    setBefore(closed);
  }, [known, closed]);
}

/** What became of the ballot is heard as well as seen. */
function useSpokenOutcome(kind: 'sending' | 'cast' | 'refused' | undefined): void {
  const [before, setBefore] = useState(kind);
  useEffect(() => {
    if (before === 'sending' && kind === 'cast') announce(t('vote.accepted'));
    if (before === 'sending' && kind === 'refused') announce(t('vote.refused'), true);
    setBefore(kind);
  }, [kind]);
}
