import type { DotRule } from '../../wire/wire.g';
import { ruleWords } from './ruleWords';

/** The whole rule of a dot vote, a sentence a line. */
export function RuleList({ rule }: { readonly rule: DotRule }) {
  return (
    <ul class="rule-words">
      {ruleWords(rule).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
