import { useRef, useState } from 'preact/hooks';
import { ElectorateSheet } from '../../features/voting/ElectorateSheet';
import { number } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { useMark, useRecord, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { isCtrl, useKeys } from '../../ui/keys';
import { navigate } from '../../ui/navigate';
import { Status } from '../../ui/status';
import type {
  ActivityId,
  ActivityRecord,
  BallotsRecord,
  PrioritiesRecord,
  ResultRecord,
  VoteRecord,
  WorkshopRecord,
} from '../../wire/wire.g';
import { Ask } from './Ask';
import { type Act, deckOf } from './deck';
import { useSendAnew } from './send';
import { useSteps } from './steps';
import { actWords, consequence, situation, titleOf } from './wording';

/** A press meant for the button that stood here before must not press the one that stands here now. */
const settlesMs = 600;

/** What asks before it happens. */
type Asking = { readonly does: 'open-vote' | 'close-vote'; readonly activity: ActivityId } | { readonly does: 'close-session' };

/** The foot of the console: where the room is, the one obvious next thing, and perhaps another. */
export function DeckBar({ onGo }: { readonly onGo: (activity: ActivityId) => void }) {
  const { id } = useWorkshop();
  const send = useSendAnew();
  const workshop = useRecord<WorkshopRecord>('workshop');
  const steps = useSteps();
  const deck = deckOf(workshop ?? { phase: 'preparing' }, steps);
  const vote = useMark(`activity:${deck.shown?.activity}`)?.entries.findLast(
    ({ command, state }) => (command.type === 'openVoting' || command.type === 'closeVoting') && state !== 'refused',
  )?.command.type;
  const adopted = (useRecord<PrioritiesRecord>('priorities')?.priorities.length ?? 0) > 0;
  const tooFew = useRecord<ResultRecord>(`result:${deck.shown?.activity}`)?.tooFew === true;
  const [asking, setAsking] = useState<Asking>();
  const settled = useSettled(`${deck.filled.does} ${'step' in deck.filled ? deck.filled.step.id : ''}`);

  const act = (chosen: Act): void => {
    switch (chosen.does) {
      case 'set-up':
        navigate(`/w/${id}/agenda`);
        break;
      case 'open-session':
      case 'open-session-again':
        send({ type: 'openSession' });
        break;
      case 'start':
        if (chosen.step.activity !== workshop?.shown) send({ type: 'showActivity', activity: chosen.step.activity });
        send({ type: 'openActivity', activity: chosen.step.activity });
        break;
      case 'resume':
        send({ type: 'openActivity', activity: chosen.step.activity });
        break;
      case 'stop':
        send({ type: 'closeActivity', activity: chosen.step.activity });
        break;
      case 'go':
        onGo(chosen.step.activity);
        break;
      case 'work':
        navigate(`/w/${id}/${pageOf(chosen.step)}`);
        break;
      case 'results':
        navigate(`/w/${id}/run/results`);
        break;
      case 'close-session':
        setAsking({ does: chosen.does });
        break;
      case 'open-vote':
      case 'close-vote':
        setAsking({ does: chosen.does, activity: chosen.step.activity });
        break;
    }
  };
  const press = (chosen: Act) => () => settled() && act(chosen);
  useKeys((event) => {
    if (!isCtrl(event, 'Enter')) return false;
    if (!vote) press(deck.filled)();
    return true;
  });

  const [says, means] = situation(workshop?.phase ?? 'preparing', deck, { adopted, tooFew });
  const { filled, outlined, stillOpen } = deck;
  const next = deck.shown && steps[steps.indexOf(deck.shown) + 1];
  const working = vote === 'openVoting' ? t('console.opening-vote') : vote === 'closeVoting' ? t('console.closing-vote') : undefined;
  return (
    <div class="deck">
      <div class="deck-say">
        <b>{says}</b>
        <p>
          <span>{means}</span>
          {stillOpen.length > 0 && (
            <Status kind="wait">{t('say.still-open', { count: stillOpen.length, title: titleOf(stillOpen[0]!) })}</Status>
          )}
        </p>
      </div>
      {outlined && <Button onClick={press(outlined)}>{actWords(outlined)}</Button>}
      <Button look="filled" size="lg" sub={consequence(filled, next)} working={working} onClick={press(filled)}>
        {actWords(filled)}
      </Button>
      {asking?.does === 'open-vote' && <ElectorateSheet activity={asking.activity} onClose={() => setAsking(undefined)} />}
      {asking?.does === 'close-vote' && <CloseVote activity={asking.activity} onClose={() => setAsking(undefined)} />}
      {asking?.does === 'close-session' && <CloseSession onClose={() => setAsking(undefined)} />}
    </div>
  );
}

function pageOf({ settings }: ActivityRecord): string {
  if (settings.kind === 'swot') return 'run/swot';
  return settings.kind === 'clustering' ? 'run/clusters' : 'plan';
}

/** Says whether this has stood long enough to be meant. */
function useSettled(what: string): () => boolean {
  const seen = useRef({ what, since: -settlesMs });
  if (seen.current.what !== what) seen.current = { what, since: performance.now() };
  return () => performance.now() - seen.current.since >= settlesMs;
}

interface AskProps {
  readonly onClose: () => void;
}

function CloseVote({ activity, onClose }: AskProps & { readonly activity: ActivityId }) {
  const send = useSendAnew();
  const ballots = useRecord<BallotsRecord>(`ballots:${activity}`)?.ballots ?? 0;
  const electors = useRecord<VoteRecord>(`vote:${activity}`)?.electors ?? 0;
  return (
    <Ask
      title={t('console.close-vote-ask')}
      does={t('console.close-vote-now')}
      onClose={onClose}
      onDo={() => send({ type: 'closeVoting', activity })}
    >
      <p class="ask-figure">
        <b>{number(ballots)}</b> {t('voting.ballots-of', { electors })}
      </p>
      <p>{t('console.close-vote-means')}</p>
    </Ask>
  );
}

/** Asks whether the session shall be closed. */
export function CloseSession({ onClose }: AskProps) {
  const send = useSendAnew();
  return (
    <Ask
      title={t('console.close-session-ask')}
      does={t('console.close-session')}
      onClose={onClose}
      onDo={() => send({ type: 'closeSession' })}
    >
      <p>{t('console.close-session-means')}</p>
    </Ask>
  );
}
