import { useEffect, useRef } from 'preact/hooks';
import { hour, number, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useList, useRecord, useShownActivity, useTopic, useWorkshop } from '../../store/context';
import { announce } from '../../ui/announce';
import { LinkButton } from '../../ui/Button';
import { ChevronDownIcon } from '../../ui/icons.g';
import { isCtrl, isInField, useKeys } from '../../ui/keys';
import { Menu } from '../../ui/Menu';
import { currentQuery } from '../../ui/navigate';
import { Outside } from '../../ui/Outside';
import { RoomBar } from '../../ui/RoomBar';
import { Skeleton } from '../../ui/status';
import { UndoBar, undoLast } from '../../ui/Undo';
import type { ActivityRecord, BallotsRecord, MeRecord, ResultRecord, VoteRecord, WorkshopRecord } from '../../wire/wire.g';
import { Results } from './Results';
import { turnoutWords } from './turnout';
import './foresight';
import './results.css';

/** The facilitator's page for the result of a vote; before the close, the number of ballots and nothing else. */
export function ResultsPage() {
  const role = useRecord<MeRecord>('me')?.role;
  const votes = useVotes();
  const wanted = currentQuery('vote');
  const shown = useShownActivity();
  const step =
    votes.find(({ activity }) => activity === wanted) ??
    votes.find(({ activity }) => activity === shown?.activity) ??
    votes.findLast(({ status }) => status !== 'planned') ??
    votes[0];
  if (role !== 'facilitator' && role !== 'secretariat') return <Outside>{t('workshop.not-allowed')}</Outside>;
  if (!step) return <Outside>{t('results.no-step')}</Outside>;
  return <OfVote key={step.id} step={step} votes={votes} />;
}

function useVotes(): readonly ActivityRecord[] {
  const { store } = useWorkshop();
  return useList('activity', ({ settings }) => settings.kind === 'vote').flatMap((id) => store.at<ActivityRecord>(id).value ?? []);
}

function OfVote({ step, votes }: { readonly step: ActivityRecord; readonly votes: readonly ActivityRecord[] }) {
  const { id } = useWorkshop();
  const { activity } = step;
  const state = useTopic(`activity:${activity}`);
  const zone = useRecord<WorkshopRecord>('workshop')?.timeZone;
  const steps = useList('activity').length;
  const vote = useRecord<VoteRecord>(`vote:${activity}`);
  const result = useRecord<ResultRecord>(`result:${activity}`);
  const title = wordingOf(step.title);
  useSpokenResult(vote, result);
  useKeys((event) => isCtrl(event, 'z') && !isInField(event) && undoLast());
  return (
    <>
      <RoomBar
        staff
        title={title.text}
        lang={title.lang}
        sub={
          <>
            {t('sort.step', { number: step.number, count: steps })}
            {step.closedAt && ` · ${t('vote.closed-at', { time: hour(step.closedAt, zone) })}`}
          </>
        }
      >
        {votes.length > 1 && <ChooseVote votes={votes} chosen={step} />}
        <LinkButton href={`/w/${id}/run`} size="sm">
          {t('settings.back')}
        </LinkButton>
      </RoomBar>
      <main class="results">
        {state !== 'here' ? (
          <Skeleton label={t('page.loading')} lines={8} />
        ) : vote && result ? (
          <Results step={step} vote={vote} result={result} />
        ) : vote ? (
          <BallotsSoFar vote={vote} />
        ) : (
          <h1 class="results-so-far">{t('voting.not-open')}</h1>
        )}
      </main>
      <UndoBar />
    </>
  );
}

/** Those who listen hear that the result has come. */
function useSpokenResult(vote: VoteRecord | undefined, result: ResultRecord | undefined): void {
  const waited = useRef(false);
  useEffect(() => {
    if (vote?.open) waited.current = true;
    if (!result || !waited.current) return;
    waited.current = false;
    announce(`${t('vote.closed')}. ${turnoutWords(result)}`);
  }, [vote?.open, result]);
}

function ChooseVote({ votes, chosen }: { readonly votes: readonly ActivityRecord[]; readonly chosen: ActivityRecord }) {
  const { id } = useWorkshop();
  return (
    <Menu
      label={t('results.choose')}
      words
      size="sm"
      items={votes.map((vote) => {
        const { text, lang } = wordingOf(vote.title);
        return {
          key: vote.activity,
          label: `${number(vote.number)}. ${text}`,
          lang,
          checked: vote === chosen,
          href: `/w/${id}/run/results?vote=${vote.activity}`,
        };
      })}
    >
      {t('results.choose')} <ChevronDownIcon size={18} />
    </Menu>
  );
}

/** While the vote runs, nobody sees how the dots fall. */
function BallotsSoFar({ vote }: { readonly vote: VoteRecord }) {
  const ballots = useRecord<BallotsRecord>(`ballots:${vote.activity}`)?.ballots ?? 0;
  return (
    <div class="results-so-far">
      <h1>
        <b>{number(ballots)}</b> {t('voting.ballots-of', { electors: vote.electors })}
      </h1>
      <p class="muted">{t('vote.result-together')}</p>
    </div>
  );
}
