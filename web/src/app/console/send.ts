import { useMemo } from 'preact/hooks';
import { useWorkshop } from '../../store/context';
import type { CommandId } from '../../wire/ids';
import type { Command } from '../../wire/wire.g';

/** Takes commands as `useCommand` does; one that was not accepted before is replaced, not followed, by the same one. */
export function useSendAnew(): (command: Command) => CommandId {
  const workshop = useWorkshop();
  return useMemo(
    () => (command: Command) => {
      const same = JSON.stringify(command);
      for (const entry of workshop.outbox.entries.peek()) {
        if (entry.state === 'refused' && JSON.stringify(entry.command) === same) workshop.outbox.discard(entry.id);
      }
      return workshop.send(command);
    },
    [workshop],
  );
}
