import { type Answer, get, post } from '../../wire/http';
import type { CommandId } from '../../wire/ids';
import type { DescribeWorkshop, Instant, Phase, Text } from '../../wire/wire.g';

/** A workshop in the list of an account. */
export interface WorkshopLine {
  readonly workshop: string;
  readonly title: Text;
  readonly phase: Phase;
  readonly createdAt: Instant;
}

/** What a workshop is made of, and what its settings change. */
export type Description = Omit<DescribeWorkshop, 'type'>;

/** The workshops of who is signed in. */
export function listWorkshops(): Promise<Answer<{ readonly workshops: readonly WorkshopLine[] }>> {
  return get('/api/workshops');
}

/** Makes a workshop. The id is the device's, so that a second try makes no second one. */
export function createWorkshop(id: CommandId, description: Description): Promise<Answer<{ readonly workshop: string }>> {
  return post('/api/workshops', { id, ...description });
}
