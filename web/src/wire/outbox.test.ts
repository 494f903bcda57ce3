import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Sent } from './connection';
import { type CommandId, randomHex } from './ids';
import { Outbox, type OutboxOptions } from './outbox';
import { openShelf } from './shelf';
import type { AddCard, Command, EditCard, Rejection } from './wire.g';

const board = 'a1' as AddCard['activity'];
const card = (text: string): AddCard => ({ type: 'addCard', activity: board, text });
const edit = (id: string, text: string): EditCard => ({ type: 'editCard', card: id as EditCard['card'], text, base: 1 });

/** A server that a test can make lose what it hears or says. */
class Server {
  readonly heard: { id: string; command: Command }[] = [];
  readonly log = new Map<string, Command>();
  refuse: ((command: Command) => Rejection | undefined) | undefined;
  silent = false;
  outbox!: Outbox;

  readonly deliver = async (id: string, command: Command): Promise<Sent> => {
    this.heard.push({ id, command });
    const rejection = this.refuse?.(command);
    if (!rejection) this.log.set(id, this.log.get(id) ?? command);
    if (this.silent) return 'lost';
    queueMicrotask(() => this.outbox.acknowledge(rejection ? { id, rejection } : { id, seq: [...this.log.keys()].indexOf(id) + 1 }));
    return 'sent';
  };

  get texts(): unknown[] {
    return [...this.log.values()].map((command) => (command as AddCard).text);
  }
}

let person = '';
beforeEach(() => {
  person = randomHex();
});

/** The page of one visit: closing it is to stop using it. */
async function visit(server: Server, options: Partial<OutboxOptions> = {}): Promise<Outbox> {
  const outbox = new Outbox(await openShelf('w', person), { deliver: server.deliver, ...options });
  server.outbox = outbox;
  await outbox.load();
  outbox.turn(true);
  return outbox;
}

const texts = (outbox: Outbox): unknown[] => outbox.entries.value.map(({ command }) => (command as AddCard).text);
const states = (outbox: Outbox): string[] => outbox.entries.value.map(({ state }) => state);

test('commands arrive in the order of writing, each once', async () => {
  const server = new Server();
  const outbox = await visit(server);
  for (let i = 0; i < 20; i++) outbox.put(card(`${i}`));
  outbox.online(true);
  await vi.waitFor(() => expect(server.log.size).toBe(20));
  expect(server.texts).toEqual(Array.from({ length: 20 }, (_, i) => `${i}`));
  expect(server.heard).toHaveLength(20);
});

test('what was written without a link survives a closed page and arrives on the next visit, in order', async () => {
  const server = new Server();
  const first = await visit(server);
  first.put(card('one'));
  first.put(card('two'));
  await vi.waitFor(async () => expect(await (await openShelf('w', person)).commands()).toHaveLength(2));

  const second = await visit(server);
  expect(texts(second)).toEqual(['one', 'two']);
  expect(states(second)).toEqual(['device', 'device']);
  second.put(card('three'));
  second.online(true);
  await vi.waitFor(() => expect(server.texts).toEqual(['one', 'two', 'three']));
  await vi.waitFor(async () => expect(await (await openShelf('w', person)).commands()).toEqual([]));
});

test('what is written now follows what an earlier visit left, even if its clock was ahead', async () => {
  const shelf = await openShelf('w', person);
  await shelf.put({ id: '0fffffff-0000-7000-8000-000000000000', command: card('from the future'), tried: false });
  const outbox = await visit(new Server());
  outbox.put(card('now'));
  outbox.hear({ changed: true });
  await vi.waitFor(async () =>
    expect((await shelf.commands()).map(({ command }) => (command as AddCard).text)).toEqual(['from the future', 'now']),
  );
});

test('a lost answer makes it send again under the same id, so that the server counts it once', async () => {
  const server = new Server();
  const outbox = await visit(server);
  server.silent = true;
  outbox.put(card('one'));
  outbox.put(card('two'));
  outbox.online(true);
  await vi.waitFor(() => expect(server.heard.length).toBeGreaterThan(0));
  outbox.online(false);
  expect(server.texts).toEqual(['one']);

  server.silent = false;
  outbox.online(true);
  await vi.waitFor(() => expect(server.texts).toEqual(['one', 'two']));
  expect(new Set(server.heard.map(({ id }) => id)).size).toBe(2);
});

test('a refusal keeps the text and its reason, over a reload too, until the person tries again or gives it up', async () => {
  const server = new Server();
  server.refuse = (command) => ((command as AddCard).text === 'bad' ? { code: 'cards.too-long', args: {}, retry: false } : undefined);
  const first = await visit(server);
  first.online(true);
  first.put(card('bad'));
  first.put(card('good'));
  await vi.waitFor(() => expect(server.texts).toEqual(['good']));

  const second = await visit(server);
  await vi.waitFor(() => expect(states(second)).toEqual(['refused']));
  const [refused] = second.entries.value;
  expect(refused?.rejection?.code).toBe('cards.too-long');
  expect(texts(second)).toEqual(['bad']);

  second.online(true);
  second.retry(refused!.id, card('better'));
  await vi.waitFor(() => expect(server.texts).toEqual(['good', 'better']));
  second.discard(refused!.id);
  await vi.waitFor(async () => expect(await (await openShelf('w', person)).commands()).toEqual([]));
});

test('a refusal that waiting helps against is tried again, and nothing overtakes it', async () => {
  const server = new Server();
  let busy = 1;
  server.refuse = () => (busy-- > 0 ? { code: 'storage.busy', args: {}, retry: true } : undefined);
  const outbox = await visit(server);
  outbox.put(card('one'));
  outbox.put(card('two'));
  outbox.online(true);
  await vi.waitFor(() => expect(server.texts).toEqual(['one', 'two']), { timeout: 5_000 });
});

test('an edit of a card that was never sent becomes part of it; withdrawing it takes it back', async () => {
  const merge: OutboxOptions['merge'] = (earlier, later) => {
    if (earlier.command.type !== 'addCard' || !('card' in later) || later.card !== (earlier.id as string)) return undefined;
    return later.type === 'withdrawCard' ? 'cancel' : later.type === 'editCard' ? { ...earlier.command, text: later.text } : undefined;
  };
  const server = new Server();
  const outbox = await visit(server, { merge });
  const one = outbox.put(card('one'));
  const two = outbox.put(card('two'));
  expect(outbox.put(edit(one, 'one, better'))).toBe(one);
  outbox.put({ type: 'withdrawCard', card: two as CommandId as string as EditCard['card'] });
  expect(texts(outbox)).toEqual(['one, better']);
  outbox.online(true);
  await vi.waitFor(() => expect(server.texts).toEqual(['one, better']));
  expect(server.heard).toHaveLength(1);
});

test('an edit of a card that was handed over already follows it, on a later visit too', async () => {
  const merge: OutboxOptions['merge'] = ({ command }, later) =>
    later.type === 'editCard' && command.type === 'addCard' ? { ...command, text: later.text } : undefined;
  const server = new Server();
  server.silent = true;
  const first = await visit(server, { merge });
  const one = first.put(card('one'));
  first.online(true);
  await vi.waitFor(() => expect(server.texts).toEqual(['one']));
  first.online(false);

  const second = await visit(server, { merge });
  second.put(edit(one, 'one, better'));
  expect(texts(second)).toEqual(['one', 'one, better']);
  server.silent = false;
  second.online(true);
  await vi.waitFor(() => expect(server.texts).toEqual(['one', 'one, better']));
});

test('a command that was never handed over can be taken back, another can not', async () => {
  const server = new Server();
  server.silent = true;
  const outbox = await visit(server);
  const one = outbox.put(card('one'));
  const two = outbox.put(card('two'));
  outbox.online(true);
  await vi.waitFor(() => expect(server.texts).toEqual(['one']));
  outbox.online(false);
  expect([outbox.withdraw(one), outbox.withdraw(two)]).toEqual([false, true]);
  await vi.waitFor(async () => expect(await (await openShelf('w', person)).commands()).toHaveLength(1));
  expect(texts(outbox)).toEqual(['one']);
});

test('an acknowledged command is shown as saved until a view holds it', async () => {
  const server = new Server();
  const outbox = await visit(server);
  outbox.put(card('one'));
  outbox.online(true);
  await vi.waitFor(() => expect(states(outbox)).toEqual(['saved']));
  outbox.seen(0);
  expect(states(outbox)).toEqual(['saved']);
  outbox.seen(1);
  expect(states(outbox)).toEqual([]);
});

test('an answer to a second delivery, of something that the views hold already, leaves nothing on its way', async () => {
  const server = new Server();
  const outbox = await visit(server);
  outbox.seen(7);
  outbox.put(card('one'));
  outbox.online(true);
  await vi.waitFor(() => expect(server.log.size).toBe(1));
  await vi.waitFor(() => expect(states(outbox)).toEqual([]));
});

test('a hand-over that fails late, when its command has long been answered, does not disturb the next', async () => {
  const handed: string[] = [];
  let fail: (sent: Sent) => void = () => {};
  const outbox = await visit(new Server(), {
    deliver: (id) => {
      handed.push(id);
      return handed.length === 1 ? new Promise((resolve) => (fail = resolve)) : Promise.resolve('sent');
    },
  });
  const one = outbox.put(card('one'));
  outbox.online(true);
  await vi.waitFor(() => expect(handed).toEqual([one]));
  outbox.online(false);
  outbox.online(true);
  await vi.waitFor(() => expect(handed).toEqual([one, one]));
  outbox.acknowledge({ id: one, seq: 1 });
  const two = outbox.put(card('two'));
  await vi.waitFor(() => expect(handed).toEqual([one, one, two]));
  fail('lost');
  await Promise.resolve();
  outbox.acknowledge({ id: two, seq: 2 });
  await vi.waitFor(() => expect(states(outbox)).toEqual(['saved', 'saved']));
});

test('news from another tab does not undo an edit that is just being written', async () => {
  const outbox = await visit(new Server(), {
    merge: (earlier, later) => (later.type === 'editCard' ? { ...(earlier.command as AddCard), text: later.text } : undefined),
  });
  const one = outbox.put(card('one'));
  await vi.waitFor(async () => expect(await (await openShelf('w', person)).commands()).toHaveLength(1));
  outbox.hear({ changed: true });
  outbox.put(edit(one, 'one, better'));
  await vi.waitFor(async () => expect(JSON.stringify(await (await openShelf('w', person)).commands())).toContain('better'));
  expect(texts(outbox)).toEqual(['one, better']);
});

test('a shelf that fails costs the keeping, not the sending', async () => {
  const server = new Server();
  const failing = async (): Promise<never> => {
    throw new Error('the disk is full');
  };
  const outbox = new Outbox(
    { ...(await openShelf('w', person)), durable: true, commands: async () => [], note: () => {}, put: failing, update: failing } as never,
    { deliver: server.deliver },
  );
  server.outbox = outbox;
  outbox.turn(true);
  outbox.online(true);
  outbox.put(card('one'));
  outbox.put(card('two'));
  await vi.waitFor(() => expect(server.texts).toEqual(['one', 'two']));
});

test('a tab without the turn sends nothing, and what it wrote goes through the tab that has it', async () => {
  const server = new Server();
  const leader = new Outbox(await openShelf('w', person), { deliver: server.deliver });
  const other = new Outbox(await openShelf('w', person), { deliver: async () => 'lost' });
  server.outbox = leader;
  await leader.load({ tell: (news) => other.hear(news), close: () => {} });
  await other.load({ tell: (news) => leader.hear(news), close: () => {} });
  leader.turn(true);
  leader.online(true);
  other.online(true);
  other.put(card('from the other tab'));
  await vi.waitFor(() => expect(server.texts).toEqual(['from the other tab']));
  await vi.waitFor(() => expect(states(other).filter((state) => state !== 'saved')).toEqual([]));
});

test('a command survives a page that is left before the database has answered', async () => {
  const notes: Record<string, string> = {};
  vi.stubGlobal('localStorage', storageOver(notes));
  const server = new Server();
  const shelf = await openShelf('w', person);
  // The page is gone before its database transaction: nothing of the write happens.
  shelf.put = () => new Promise(() => {});
  const left = new Outbox(shelf, { deliver: server.deliver });
  await left.load();
  left.put(card('written, and gone at once'));

  const back = await visit(server);
  back.online(true);
  await vi.waitFor(() => expect(server.texts).toEqual(['written, and gone at once']));
  await vi.waitFor(() => expect(notes).toEqual({}));
  vi.unstubAllGlobals();
});

/** As much of the browser's storage as is used; its keys are its properties. */
function storageOver(items: Record<string, string>): object {
  return new Proxy(items, {
    get: (all, name) =>
      name === 'setItem'
        ? (key: string, value: string) => {
            all[key] = value;
          }
        : name === 'removeItem'
          ? (key: string) => delete all[key]
          : name === 'getItem'
            ? (key: string) => all[key] ?? null
            : all[name as string],
  });
}
