import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { Ballots } from './ballots';
import { randomHex } from './ids';
import { sha256 } from './sha256';
import { openShelf, type Shelf } from './shelf';
import type { ActivityId, CastBallot, Command } from './wire.g';

const vote = 'v1' as ActivityId;
let shelf: Shelf;
beforeEach(async () => {
  shelf = await openShelf('w', randomHex());
});

function sending(): { sent: { id: string; command: CastBallot }[]; deliver: (id: string, command: Command) => Promise<'sent'> } {
  const sent: { id: string; command: CastBallot }[] = [];
  return {
    sent,
    deliver: async (id, command) => {
      sent.push({ id, command: command as CastBallot });
      return 'sent';
    },
  };
}

test('a ballot is not cast before the server says so, and its dots are then gone from the device', async () => {
  const { sent, deliver } = sending();
  const ballots = new Ballots(shelf, deliver);
  ballots.online(true);
  await ballots.cast(vote, { k1: 2 });
  expect(ballots.stateOf(vote)).toMatchObject({ kind: 'sending', replaces: false });
  ballots.acknowledge({ id: sent[0]!.id, outcome: 'cast' });
  expect(ballots.stateOf(vote)).toEqual({ kind: 'cast', ballot: sent[0]!.command.ballot });
  await vi.waitFor(async () => expect(JSON.stringify(await shelf.ballots())).not.toContain('dots'));
});

test('a ballot that was on its way when the page closed is sent again as it was', async () => {
  const { sent, deliver } = sending();
  const before = new Ballots(shelf, deliver);
  before.online(true);
  await before.cast(vote, { k1: 2 });
  const after = new Ballots(shelf, deliver);
  after.online(true);
  await after.load();
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  expect(sent[1]).toEqual(sent[0]);
});

test('a replacement keeps the id, proves the key whose hash the last one brought, and brings the next', async () => {
  const { sent, deliver } = sending();
  const ballots = new Ballots(shelf, deliver);
  ballots.online(true);
  await ballots.cast(vote, { k1: 2 });
  expect(await ballots.cast(vote, { k2: 1 })).toBe(false);
  ballots.acknowledge({ id: sent[0]!.id, outcome: 'cast' });
  await ballots.cast(vote, { k2: 1 });
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  const [first, second] = sent.map(({ command }) => command);
  expect(first!.key).toBeUndefined();
  expect(second!.ballot).toBe(first!.ballot);
  expect(sha256(second!.key!)).toBe(first!.editHash);
  expect(second!.editHash).not.toBe(first!.editHash);
});

test('a refused replacement leaves the earlier ballot as it was', async () => {
  const { sent, deliver } = sending();
  const ballots = new Ballots(shelf, deliver);
  ballots.online(true);
  await ballots.cast(vote, { k1: 2 });
  ballots.acknowledge({ id: sent[0]!.id, outcome: 'cast' });
  await ballots.cast(vote, { k2: 1 });
  await vi.waitFor(() => expect(sent).toHaveLength(2));
  ballots.acknowledge({ id: sent[1]!.id, rejection: { code: 'voting.closed', args: {}, retry: false } });
  expect(ballots.stateOf(vote)).toMatchObject({ kind: 'refused', ballot: sent[0]!.command.ballot, rejection: { code: 'voting.closed' } });
});
