import { reason } from '../../i18n/format';
import { t } from '../../i18n/messages';
import { stateWords } from '../../i18n/states';
import { useMark, useWorkshop } from '../../store/context';
import { Button } from '../../ui/Button';
import { Status } from '../../ui/status';
import type { Entry } from '../../wire/outbox';
import type { NewText, PlanLineRecord } from '../../wire/wire.g';

/** What of a line is on its way, in words; of what was not accepted, the reason, the text and every way out. */
export function LineState({ line }: { readonly line: PlanLineRecord }) {
  const mark = useMark(line.id);
  if (!mark || mark.state === 'saved') return null;
  const { kind, words } = stateWords(mark.state);
  return (
    <div class="line-state">
      <Status kind={kind}>{words}</Status>
      {mark.entries
        .filter(({ state }) => state === 'refused')
        .map((entry) => (
          <Refused key={entry.id} entry={entry} />
        ))}
    </div>
  );
}

/** A command about the plan that was not accepted and concerns no line that can be seen. */
export function Refusals() {
  const { outbox, store } = useWorkshop();
  const refused = outbox.entries.value.filter(
    ({ state, command }) =>
      state === 'refused' &&
      (command.type === 'draftObjective' ||
        command.type === 'movePlanLine' ||
        command.type === 'removePlanLine' ||
        (command.type === 'editPlanLine' && !store.at(`line:${command.line}`).value)),
  );
  if (refused.length === 0) return null;
  return (
    <section class="line-state" aria-label={t('st.failed')}>
      <Status kind="bad">{t('st.failed')}</Status>
      {refused.map((entry) => (
        <Refused key={entry.id} entry={entry} />
      ))}
    </section>
  );
}

function Refused({ entry }: { readonly entry: Entry }) {
  const { outbox } = useWorkshop();
  const { command, rejection } = entry;
  const overtaken = command.type === 'editPlanLine' && rejection?.code === 'text.edited-meanwhile';
  const again = overtaken ? { ...command, base: Number(rejection.args['version']) } : undefined;
  return (
    <div class="line-refused" role="group" aria-label={t('st.failed')}>
      {rejection && <p class="small">{reason(rejection)}</p>}
      {overtaken && (
        <p class="serif" dir="auto">
          {rejection.args['text']}
        </p>
      )}
      {'text' in command && typeof command.text !== 'string' && <Written text={command.text} />}
      <div class="row wrap">
        <Button size="sm" onClick={() => outbox.retry(entry.id, again)}>
          {overtaken ? t('plan.use-mine') : t('st.retry')}
        </Button>
        <Button size="sm" look="plain" destructive onClick={() => outbox.discard(entry.id)}>
          {overtaken ? t('plan.use-theirs') : t('plan.discard')}
        </Button>
      </div>
    </div>
  );
}

function Written({ text }: { readonly text: NewText }) {
  return (
    <>
      <p class="hint">{t('plan.your-text')}</p>
      {Object.entries(text.words).map(([tag, words]) => (
        <p key={tag} class="serif" lang={tag} dir="auto">
          {words}
        </p>
      ))}
    </>
  );
}
