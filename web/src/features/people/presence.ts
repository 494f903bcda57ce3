import { useMemo } from 'preact/hooks';
import { useList, useRecord, useWorkshop } from '../../store/context';
import type { OnlineRecord, PersonId, PersonRecord } from '../../wire/wire.g';

/** Who has arrived and not left, whatever their connection, and who of them has one. For staff. */
export interface Presence {
  readonly present: readonly PersonRecord[];
  readonly connected: readonly PersonRecord[];
  readonly lost: readonly PersonRecord[];
}

/** Who is in the room; drawn anew when somebody comes, goes, or loses the connection. */
export function usePresence(): Presence {
  const ids = useList('person', ({ attendance, role }) => attendance === 'present' && role !== 'screen');
  const { store } = useWorkshop();
  const online = useOnline();
  return useMemo(() => {
    const present = ids.flatMap((id) => store.peek<PersonRecord>(id) ?? []);
    return {
      present,
      connected: present.filter(({ person }) => online.has(person)),
      lost: present.filter(({ person }) => online.lacks(person)),
    };
  }, [store, ids, online]);
}

/** Who is known to have a connection, and who to have none: until the server has said so, nobody is. */
export interface Online {
  readonly has: (person: PersonId) => boolean;
  readonly lacks: (person: PersonId) => boolean;
}

/** Who has a connection; drawn anew when that changes. */
export function useOnline(): Online {
  const { me } = useWorkshop();
  const online = useRecord<OnlineRecord>('online');
  return useMemo(() => {
    const there = new Set(online?.people);
    // Whoever reads this is here, also before the server has said so.
    if (me.person) there.add(me.person);
    return { has: (person) => there.has(person), lacks: (person) => online !== undefined && !there.has(person) };
  }, [me, online]);
}
