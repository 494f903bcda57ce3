import type { ComponentChildren } from 'preact';
import { reason } from '../i18n/format';
import { t } from '../i18n/messages';
import { stateWords } from '../i18n/states';
import { useMark, useWorkshop } from '../store/context';
import type { Entry } from '../wire/outbox';
import { Button } from './Button';
import { Status } from './status';

/**
 * What has become of the changes to a record: on their way, kept on this device, or not accepted and why, with the ways out.
 * Nothing, once they are saved. `repair` draws a way out of its own.
 */
export function Underway({ record, repair }: { readonly record: string; readonly repair?: (refused: Entry) => ComponentChildren }) {
  const { outbox } = useWorkshop();
  const mark = useMark(record);
  if (!mark || mark.state === 'saved') return null;
  const state = stateWords(mark.state);
  const refused = mark.entries.findLast((entry) => entry.state === 'refused');
  if (!refused) return <Status kind={state.kind}>{state.words}</Status>;
  return (
    <div class="underway">
      <Status kind={state.kind}>{state.words}</Status>
      <p class="small">{refused.rejection && reason(refused.rejection)}</p>
      <span class="row wrap gap-2">
        {repair?.(refused) ?? (
          <Button size="sm" onClick={() => outbox.retry(refused.id)}>
            {t('st.retry')}
          </Button>
        )}
        <Button size="sm" look="plain" onClick={() => outbox.discard(refused.id)}>
          {t('ctl.dismiss')}
        </Button>
      </span>
    </div>
  );
}
