import { t } from '../../i18n/messages';
import type { DotRule } from '../../wire/wire.g';

/** The rule of a dot vote in sentences. */
export function RuleWords({ rule }: { readonly rule: DotRule }) {
  return (
    <ul class="rule-words">
      <li>{t('voting.rule-dots', { dots: rule.dots, most: rule.mostOnOne })}</li>
      <li>{rule.partial ? t('voting.rule-partial') : t('voting.rule-all')}</li>
      <li>{t('voting.rule-select', { count: rule.select })}</li>
      <li>{tieWords(rule)}</li>
      <li>{rule.replaceable ? t('voting.rule-replaceable') : t('voting.rule-final')}</li>
      {rule.smallGroup > 1 && <li>{t('voting.rule-small', { count: rule.smallGroup })}</li>}
    </ul>
  );
}

function tieWords({ tieBreak }: DotRule): string {
  const [first, second] = tieBreak;
  if (!first) return t('voting.rule-tie-stays');
  if (first === 'earlierCreated') return t('voting.rule-tie-earlier');
  return second ? t('voting.rule-tie-voters-then-earlier') : t('voting.rule-tie-voters');
}
