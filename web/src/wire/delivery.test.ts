import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Delivery } from './delivery';
import type { CommandId } from './ids';
import type { Command, Rejection } from './wire.g';

const busy: Rejection = { code: 'storage.busy', args: {}, retry: true };
const id = 'c1' as CommandId;
const command: Command = { type: 'openSession' };

let handed: number;
let accepted: string[];
let delivery: Delivery;

beforeEach(() => {
  vi.useFakeTimers();
  handed = 0;
  accepted = [];
  const queue = {
    next: async () => (accepted.length ? undefined : { id, command }),
    accepted: async (done: CommandId) => void accepted.push(done),
    refused: async () => {},
  };
  delivery = new Delivery(queue, async () => {
    handed++;
    return 'sent';
  });
  delivery.turn(true);
});

afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test('a busy server is asked again with pauses that double', async () => {
  delivery.online(true);
  await pass(0);
  for (const [asked, pause] of [
    [1, 1_000],
    [2, 2_000],
    [3, 4_000],
  ] as const) {
    delivery.acknowledge({ id, rejection: busy });
    await pass(pause - 1);
    expect(handed).toBe(asked);
    await pass(1);
    expect(handed).toBe(asked + 1);
  }
  delivery.acknowledge({ id, seq: 1 });
  await pass(0);
  expect(accepted).toEqual([id]);
});

test('a command without an answer is handed over again', async () => {
  delivery.online(true);
  await pass(19_999);
  expect(handed).toBe(1);
  await pass(1_000);
  expect(handed).toBe(2);
});

test('nothing is handed over without a link or without the turn, and a wait ends with either', async () => {
  await pass(60_000);
  expect(handed).toBe(0);
  delivery.online(true);
  await pass(0);
  expect(handed).toBe(1);
  delivery.turn(false);
  await pass(60_000);
  expect(handed).toBe(1);
  delivery.turn(true);
  await pass(0);
  expect(handed).toBe(2);
});

test('an answer to something else is no answer', async () => {
  delivery.online(true);
  await pass(0);
  delivery.acknowledge({ id: 'c0', seq: 7 });
  await pass(0);
  expect(accepted).toEqual([]);
});
