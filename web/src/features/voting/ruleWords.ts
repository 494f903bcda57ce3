import { t } from '../../i18n/messages';
import type { DotRule } from '../../wire/wire.g';

/** What a ballot may hold; `say` speaks another language than the reader's. */
export function ballotWords({ dots, mostOnOne, partial }: DotRule, say = t): string {
  if (mostOnOne < dots) return partial ? say('vote.rule', { dots, most: mostOnOne }) : say('vote.rule-all', { dots, most: mostOnOne });
  return partial ? say('vote.rule-free', { dots }) : say('vote.rule-free-all', { dots });
}

/** How many topics are selected, and what decides between those with the same number of dots. */
export function selectionWords({ select, tieBreak }: DotRule): string {
  return `${t('vote.rule-select', { count: select })} ${tieWords(tieBreak)}`;
}

/** The whole rule of a dot vote, in sentences. */
export function ruleWords(rule: DotRule): readonly string[] {
  return [
    ballotWords(rule),
    selectionWords(rule),
    rule.replaceable ? t('voting.rule-replaceable') : t('voting.rule-final'),
    ...(rule.smallGroup > 1 ? [t('voting.rule-small', { count: rule.smallGroup })] : []),
  ];
}

function tieWords([first, second]: DotRule['tieBreak']): string {
  if (first === 'moreVoters') return second ? t('vote.ties-voters-earlier') : t('vote.ties-voters');
  return first === 'earlierCreated' ? t('vote.ties-earlier') : t('vote.ties-open');
}
