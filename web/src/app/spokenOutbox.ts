import { useEffect, useRef } from 'preact/hooks';
import { reason } from '../i18n/format';
import { t } from '../i18n/messages';
import { useWorkshop } from '../store/context';
import { announce } from '../ui/announce';
import type { EntryState } from '../wire/outbox';

/** What becomes of what one sends is heard as well as seen: a refusal at once, with its reason. */
export function useSpokenOutbox(): void {
  const entries = useWorkshop().outbox.entries.value;
  const before = useRef<ReadonlyMap<string, EntryState>>(new Map());
  useEffect(() => {
    const changed = entries.filter(({ id, state }) => before.current.has(id) && before.current.get(id) !== state);
    before.current = new Map(entries.map(({ id, state }) => [id, state]));
    const refused = changed.filter(({ state }) => state === 'refused');
    for (const { rejection } of refused) if (rejection) announce(`${t('st.failed')}. ${reason(rejection)}`, true);
    if (changed.length === 1 && changed[0]!.state === 'saved') announce(t('st.saved'));
  }, [entries]);
}
