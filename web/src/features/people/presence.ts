import { useMemo } from 'preact/hooks';
import { useList, useRecord, useWorkshop } from '../../store/context';
import type { OnlineRecord, PersonRecord } from '../../wire/wire.g';

/** Who has arrived and not left, whatever their connection, and who of them has one. For staff. */
export interface Presence {
  readonly present: readonly PersonRecord[];
  readonly connected: readonly PersonRecord[];
  readonly lost: readonly PersonRecord[];
}

/** Who is in the room; drawn anew when somebody comes, goes, or loses the connection. */
export function usePresence(): Presence {
  const { store, me } = useWorkshop();
  const ids = useList('person', ({ attendance, role }) => attendance === 'present' && role !== 'screen');
  const online = useRecord<OnlineRecord>('online');
  return useMemo(() => {
    const present = ids.flatMap((id) => store.peek<PersonRecord>(id) ?? []);
    // Whoever reads this is here, also before the server has said so.
    const there = new Set([...(online?.people ?? []), me.person]);
    return {
      present,
      connected: present.filter(({ person }) => there.has(person)),
      // Until the server has said who is connected, nobody is said not to be.
      lost: online ? present.filter(({ person }) => !there.has(person)) : [],
    };
  }, [store, me, ids, online]);
}
