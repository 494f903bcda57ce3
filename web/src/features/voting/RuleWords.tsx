import { t } from '../../i18n/messages';
import type { DotRule } from '../../wire/wire.g';
import { ballotWords, selectionWords } from './ruleWords';

/** The whole rule of a dot vote in sentences. */
export function RuleWords({ rule }: { readonly rule: DotRule }) {
  return (
    <ul class="rule-words">
      <li>{ballotWords(rule)}</li>
      <li>{selectionWords(rule)}</li>
      <li>{rule.replaceable ? t('voting.rule-replaceable') : t('voting.rule-final')}</li>
      {rule.smallGroup > 1 && <li>{t('voting.rule-small', { count: rule.smallGroup })}</li>}
    </ul>
  );
}
