import { useMemo } from 'preact/hooks';
import { useList, useRecord, useWorkshop } from '../../store/context';
import type { ActivityId, CardRecord, MeRecord, PersonId } from '../../wire/wire.g';

/** Whether a card lies on the board for everyone, parked ones among them. */
export const isOnBoard = ({ status }: CardRecord): boolean => status === 'active' || status === 'parked';

const isOf = (card: CardRecord, person: PersonId | undefined): boolean => card.author !== undefined && card.author === person;

/** The records of everyone's cards on a board: the newest first. */
export function useBoardCards(activity: ActivityId): readonly string[] {
  return useNewestFirst(useList('card', (card) => card.activity === activity && isOnBoard(card), [activity]));
}

/** The records of the cards in a section, one's own hidden ones among them: the newest first. */
export function useSectionCards(activity: ActivityId, section: string): readonly string[] {
  const me = useMe();
  return useNewestFirst(
    useList(
      'card',
      (card) => card.activity === activity && card.section === section && (isOnBoard(card) || (card.status === 'hidden' && isOf(card, me))),
      [activity, section, me],
    ),
  );
}

/** How many cards everyone sees in a section. */
export function useSectionSize(activity: ActivityId, section: string): number {
  const { store } = useWorkshop();
  return useMemo(
    () => store.sum('card', (card) => (card.activity === activity && card.section === section && isOnBoard(card) ? 1 : 0)),
    [store, activity, section],
  ).value;
}

/** The records of one's own cards on a board, hidden ones too: the newest first. */
export function useOwnCards(activity: ActivityId): readonly string[] {
  const me = useMe();
  return useNewestFirst(
    useList('card', (card) => card.activity === activity && isOf(card, me) && card.status !== 'withdrawn', [activity, me]),
  );
}

/** The records of the cards on a board that one has taken back: the newest first. */
export function useWithdrawnCards(activity: ActivityId): readonly string[] {
  const me = useMe();
  return useNewestFirst(
    useList('card', (card) => card.activity === activity && isOf(card, me) && card.status === 'withdrawn', [activity, me]),
  );
}

function useMe(): PersonId | undefined {
  return useRecord<MeRecord>('me')?.person;
}

function useNewestFirst(ids: readonly string[]): readonly string[] {
  return useMemo(() => [...ids].reverse(), [ids]);
}
