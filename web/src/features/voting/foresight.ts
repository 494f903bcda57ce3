import { foresee } from '../../store/overlay';
import type { ResultRecord } from '../../wire/wire.g';

// Which objectives come of the list, the server says.
foresee('adoptPriorities', ({ vote }, _id, look) => {
  const result = look<ResultRecord>(`result:${vote}`);
  return result ? [{ ...result, adopted: true }] : [];
});
