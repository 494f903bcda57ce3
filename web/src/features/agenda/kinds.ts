import { type Key, t } from '../../i18n/messages';
import type { ActivitySettings, DotRule } from '../../wire/wire.g';

/** What a step can be. */
export type Kind = ActivitySettings['kind'];

/** All kinds, in the order in which a workshop uses them. */
export const kinds: readonly Kind[] = ['brainstorm', 'swot', 'clustering', 'vote', 'plan'];

const names: Readonly<Record<Kind, Key>> = {
  brainstorm: 'agenda.kind-brainstorm',
  swot: 'agenda.kind-swot',
  clustering: 'agenda.kind-clustering',
  vote: 'agenda.kind-vote',
  plan: 'agenda.kind-plan',
};

/** What a kind of step is called. */
export function kindName(kind: Kind): string {
  return t(names[kind]);
}

/** How the ribbon draws a kind: collecting green, sorting hatched, judging brass, writing blue. */
export const work: Readonly<Record<Kind, 'collect' | 'sort' | 'judge' | 'write'>> = {
  brainstorm: 'collect',
  swot: 'collect',
  clustering: 'sort',
  vote: 'judge',
  plan: 'write',
};

/** How long a new step of a kind is, in minutes. */
export const usualMinutes: Readonly<Record<Kind, number>> = { brainstorm: 20, swot: 30, clustering: 20, vote: 10, plan: 30 };

const usualRule: DotRule = {
  dots: 5,
  mostOnOne: 3,
  partial: true,
  tieBreak: ['moreVoters', 'earlierCreated'],
  select: 6,
  replaceable: true,
  smallGroup: 5,
};

/** The settings that a new step of a kind begins with. */
export function usualSettings(kind: Kind): ActivitySettings {
  return kind === 'vote' ? { kind, rule: usualRule } : { kind };
}
