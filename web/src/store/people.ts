import type { PersonId, PersonRecord, Text, WorkshopRecord } from '../wire/wire.g';
import { useRecord } from './context';

/** Whose a thing is, as the page shows it. */
export interface Signer {
  /** Absent once erased. */
  readonly name?: string;
  /** The place of their group in the workshop, from 0; absent: no group. */
  readonly place?: number;
  readonly group?: Text;
}

/** The name and group of a person; undefined while the reader may not know them. */
export function useSigner(person: PersonId | undefined): Signer | undefined {
  const record = useRecord<PersonRecord>(`person:${person}`);
  const groups = useRecord<WorkshopRecord>('workshop')?.groups ?? [];
  if (!record) return undefined;
  const place = groups.findIndex(({ id }) => id === record.group);
  return {
    ...(record.name === undefined ? {} : { name: record.name }),
    ...(place < 0 ? {} : { place, group: groups[place]!.name }),
  };
}
