import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Entry } from '../../wire/outbox';
import type { CardId, ClusterId } from '../../wire/wire.g';
import type { Sorter } from './sorter';
import type { Sorting } from './sorting';

/** A sheet over the page. */
export type Sheet =
  | { readonly does: 'move'; readonly cards: readonly CardId[] }
  | { readonly does: 'create'; readonly cards: readonly CardId[] }
  | { readonly does: 'rename' | 'dissolve'; readonly cluster: ClusterId }
  /** The name that was not accepted is changed and sent again. */
  | { readonly does: 'repair'; readonly refused: Entry };

/** What the parts of the sorting page share. */
export interface Desk {
  readonly sorting: Sorting;
  readonly sorter: Sorter;
  /** Whether cards and clusters can be changed now; else the page is there to be read. */
  readonly changeable: boolean;
  readonly open: (sheet: Sheet) => void;
}

/** What the parts of the sorting page share. */
export const DeskContext = createContext<Desk | undefined>(undefined);

/** What the parts of the sorting page share. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('This part is drawn on the sorting page.');
  return desk;
}
