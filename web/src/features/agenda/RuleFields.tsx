import { useState } from 'preact/hooks';
import { type Key, t } from '../../i18n/messages';
import { Stepper, Switch } from '../../ui/choices';
import { NumberField, SelectField } from '../../ui/fields';
import { Banner, Status } from '../../ui/status';
import type { DotRule, TieBreak } from '../../wire/wire.g';

/** The orders in which ties can be decided; each ends where nothing can be left, or leaves a tie as it is. */
const tieOrders: readonly { readonly order: readonly TieBreak[]; readonly key: Key }[] = [
  { order: ['moreVoters', 'earlierCreated'], key: 'agenda.tie-voters-then-earlier' },
  { order: ['moreVoters'], key: 'agenda.tie-voters' },
  { order: ['earlierCreated'], key: 'agenda.tie-earlier' },
  { order: [], key: 'agenda.tie-stays' },
];

/** Below this a single person's dots can be guessed from the result of their group. */
const guessableBelow = 3;

interface RuleFieldsProps {
  readonly rule: DotRule;
  readonly onChange: (rule: DotRule) => void;
}

/** The rule of a dot vote. */
export function RuleFields({ rule, onChange }: RuleFieldsProps) {
  const [select, setSelect] = useState(String(rule.select));
  const set = (change: Partial<DotRule>): void => onChange({ ...rule, ...change });
  return (
    <>
      <div class="rule-numbers">
        <Amount
          label={t('agenda.dots')}
          value={rule.dots}
          max={100}
          onChange={(dots) => set({ dots, mostOnOne: Math.min(dots, rule.mostOnOne) })}
        />
        <Amount label={t('agenda.most-on-one')} value={rule.mostOnOne} max={rule.dots} onChange={(mostOnOne) => set({ mostOnOne })} />
      </div>
      <Switch label={t('agenda.partial')} on={rule.partial} onChange={(partial) => set({ partial })} />
      <Switch label={t('agenda.replaceable')} on={rule.replaceable} onChange={(replaceable) => set({ replaceable })} />
      <NumberField
        label={t('agenda.select')}
        value={select}
        error={/^\d{1,3}$/.test(select.trim()) ? undefined : t('agenda.whole-number')}
        onInput={(typed) => {
          setSelect(typed);
          if (/^\d{1,3}$/.test(typed.trim())) set({ select: Number(typed) });
        }}
      />
      <SelectField
        label={t('agenda.tie')}
        value={rule.tieBreak.join(' ')}
        onChange={(chosen) => set({ tieBreak: tieOrders.find(({ order }) => order.join(' ') === chosen)?.order ?? [] })}
        options={tieOrders.map(({ order, key }) => ({ value: order.join(' '), label: t(key) }))}
      />
      <div class="stack gap-2">
        <Amount label={t('agenda.small-group')} value={rule.smallGroup} max={15} onChange={(smallGroup) => set({ smallGroup })} />
        <span class="hint">{t('agenda.small-group-hint', { count: rule.smallGroup })}</span>
        {rule.smallGroup < guessableBelow && <Status kind="wait">{t('agenda.small-group-warning')}</Status>}
      </div>
      <Banner kind="info">{t('agenda.rule-shown')}</Banner>
    </>
  );
}

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

function Amount({ label, value, max, onChange }: AmountProps) {
  return (
    <div class="field">
      <span class="label" aria-hidden="true">
        {label}
      </span>
      <span>
        <Stepper label={label} less={t('agenda.less')} more={t('agenda.more')} value={value} min={1} max={max} onChange={onChange} />
      </span>
    </div>
  );
}
