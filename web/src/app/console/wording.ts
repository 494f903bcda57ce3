import { isolated, wordingOf } from '../../i18n/format';
import { type Key, t } from '../../i18n/messages';
import type { ActivityRecord, ActivitySettings, ActivityStatus, Command, WorkshopRecord } from '../../wire/wire.g';
import type { Act, Deck } from './deck';

type Kind = ActivitySettings['kind'];

/** The words on a button of the deck: what will happen to the room. */
export function actWords(act: Act): string {
  switch (act.does) {
    case 'set-up':
      return t('console.set-up');
    case 'open-session':
      return t('console.open-session');
    case 'open-session-again':
      return t('console.open-again');
    case 'close-session':
      return t('console.close-session');
    case 'start':
      return t('console.start', { title: titleOf(act.step) });
    case 'go':
      return t('console.go', { title: titleOf(act.step) });
    case 'open-vote':
      return t('console.open-vote');
    case 'close-vote':
      return t('console.close-vote');
    case 'results':
      return t('console.results');
    case 'stop':
      return t(stop[act.step.settings.kind]);
    case 'resume':
      return t(resume[act.step.settings.kind]);
    case 'work':
      return t(work[act.step.settings.kind]);
  }
}

const stop: Readonly<Record<Kind, Key>> = {
  brainstorm: 'console.stop-cards',
  swot: 'console.stop-cards',
  clustering: 'console.stop-sorting',
  vote: 'console.close-vote',
  plan: 'console.stop-plan',
};

const resume: Readonly<Record<Kind, Key>> = {
  brainstorm: 'console.resume-cards',
  swot: 'console.resume-cards',
  clustering: 'console.resume-sorting',
  vote: 'console.results',
  plan: 'console.resume-plan',
};

const work: Readonly<Record<Kind, Key>> = {
  brainstorm: 'console.results',
  swot: 'console.to-board',
  clustering: 'console.to-sorting',
  vote: 'console.results',
  plan: 'console.to-plan',
};

/** The line below the words of a button: the consequence. */
export function consequence(act: Act, next: ActivityRecord | undefined): string | undefined {
  switch (act.does) {
    case 'open-session':
    case 'open-session-again':
      return t('console.then-join');
    case 'close-session':
      return t('console.then-closed');
    case 'start':
      return t(started[act.step.settings.kind]);
    case 'open-vote':
      return t('console.then-electors');
    case 'stop':
      return next && t('console.then-next', { title: titleOf(next) });
    case 'close-vote':
      return t('console.then-counted');
    default:
      return undefined;
  }
}

const started: Readonly<Record<Kind, Key>> = {
  brainstorm: 'console.then-cards',
  swot: 'console.then-cards',
  clustering: 'console.then-sorting',
  vote: 'console.then-electors',
  plan: 'console.then-plan',
};

/** Where the room is, in a sentence, and what that means. */
export function situation(
  phase: WorkshopRecord['phase'],
  { shown, filled }: Deck,
  { adopted, tooFew }: { readonly adopted: boolean; readonly tooFew: boolean },
): readonly [string, string] {
  if (filled.does === 'set-up') return [t('say.no-steps'), t('say.no-steps-means')];
  if (phase === 'preparing') return [t('say.preparing'), t('say.preparing-means')];
  if (phase === 'closed') return [t('say.closed'), t('say.closed-means')];
  if (!shown) return [t('say.nothing-shown'), t('say.nothing-shown-means')];
  if (shown.settings.kind === 'plan' && shown.status === 'planned' && adopted)
    return [t('say.plan-planned'), t('say.plan-planned-adopted')];
  if (tooFew) return [t('say.vote-too-few'), t('say.vote-too-few-means')];
  const [says, means] = standing[shown.settings.kind][shown.status];
  return [t(says), t(means)];
}

const cards: Readonly<Record<ActivityStatus, readonly [Key, Key]>> = {
  planned: ['say.cards-planned', 'say.cards-planned-means'],
  open: ['say.cards-open', 'say.cards-open-means'],
  closed: ['say.cards-closed', 'say.cards-closed-means'],
};

const standing: Readonly<Record<Kind, typeof cards>> = {
  brainstorm: cards,
  swot: cards,
  clustering: {
    planned: ['say.sorting-planned', 'say.sorting-planned-means'],
    open: ['say.sorting-open', 'say.sorting-open-means'],
    closed: ['say.sorting-closed', 'say.sorting-closed-means'],
  },
  vote: {
    planned: ['say.vote-planned', 'say.vote-planned-means'],
    open: ['say.vote-open', 'say.vote-open-means'],
    closed: ['say.vote-closed', 'say.vote-closed-means'],
  },
  plan: {
    planned: ['say.plan-planned', 'say.plan-planned-means'],
    open: ['say.plan-open', 'say.plan-open-means'],
    closed: ['say.plan-closed', 'say.plan-closed-means'],
  },
};

/** A title inside a sentence, kept in its own direction. */
export function titleOf({ title }: ActivityRecord): string {
  return isolated(wordingOf(title).text);
}

const commands: Partial<Readonly<Record<Command['type'], Key>>> = {
  openSession: 'command.open-session',
  closeSession: 'command.close-session',
  showActivity: 'command.show',
  openActivity: 'command.open-step',
  closeActivity: 'command.close-step',
  openVoting: 'command.open-vote',
  closeVoting: 'command.close-vote',
  addActivity: 'command.add-step',
  changeActivity: 'command.change-step',
  moveActivity: 'command.move-step',
  removeActivity: 'command.remove-step',
  hideCard: 'command.hide-card',
  parkCard: 'command.park-card',
  restoreCard: 'command.restore-card',
  moveCard: 'command.move-card',
  markLeft: 'command.mark-left',
  setVotingRight: 'command.voting-right',
  leaveWorkshop: 'command.leave',
  returnToWorkshop: 'command.return',
};

/** What a command is called when the page speaks of it. */
export function commandWords(command: Command): string {
  return t(commands[command.type] ?? 'command.other');
}
