import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Connection, type Listener, nextDelay } from './connection';

/** A hub connection that a test opens, breaks and answers for. */
class Hub {
  static readonly made: Hub[] = [];
  /** What the next attempts to start come to; when none is left, they succeed. */
  static failures: Error[] = [];
  state = 'Disconnected';
  readonly handlers = new Map<string, (message: unknown) => void>();
  #closed: () => void = () => {};

  constructor() {
    Hub.made.push(this);
  }
  on(name: string, handler: (message: unknown) => void): void {
    this.handlers.set(name, handler);
  }
  onclose(handler: () => void): void {
    this.#closed = handler;
  }
  async start(): Promise<void> {
    const failure = Hub.failures.shift();
    if (failure) throw failure;
    this.state = 'Connected';
  }
  async stop(): Promise<void> {
    this.break();
  }
  break(): void {
    this.state = 'Disconnected';
    this.#closed();
  }
  invoke = vi.fn(async () => undefined);
}

vi.mock('@microsoft/signalr', () => ({
  HubConnectionState: { Connected: 'Connected' },
  HttpTransportType: { WebSockets: 1, LongPolling: 4 },
  LogLevel: { None: 6 },
  HubConnectionBuilder: class {
    withUrl = (): this => this;
    configureLogging = (): this => this;
    withKeepAliveInterval = (): this => this;
    withServerTimeout = (): this => this;
    build = (): Hub => new Hub();
  },
}));

const events = new EventTarget();
let connection: Connection;
let listener: { [K in keyof Listener]: ReturnType<typeof vi.fn> };

beforeEach(() => {
  vi.useFakeTimers();
  Hub.made.length = 0;
  Hub.failures = [];
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  listener = {
    connected: vi.fn(),
    lost: vi.fn(),
    ack: vi.fn(),
    frame: vi.fn(),
    fetch: vi.fn(),
    ambient: vi.fn(),
    joined: vi.fn(),
    refused: vi.fn(),
  };
  connection = new Connection('w', 'person', listener as unknown as Listener);
});

afterEach(() => {
  connection.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test('the delays between attempts grow, differ from phone to phone, and stay between half a second and fifteen', () => {
  expect(nextDelay(0, () => 0.999)).toBe(500);
  expect(nextDelay(500, () => 0)).toBe(500);
  expect(nextDelay(500, () => 1)).toBe(1500);
  expect(nextDelay(60_000, () => 1)).toBe(15_000);
});

test('it tries until it is connected, however long that takes', async () => {
  Hub.failures = Array.from({ length: 20 }, () => new Error('no route'));
  connection.start();
  await pass(21 * 15_000);
  expect(connection.link.value).toBe('connected');
  expect(listener.connected).toHaveBeenCalledOnce();
});

test('a loss is nobody’s concern for two seconds, then a word, after five a banner', async () => {
  connection.start();
  await pass(0);
  Hub.failures = Array.from({ length: 50 }, () => new Error('no route'));
  Hub.made[0]!.break();
  await pass(0);
  expect([connection.link.value, listener.lost.mock.calls.length]).toEqual(['away', 1]);
  await pass(2_000);
  expect(connection.link.value).toBe('reconnecting');
  await pass(3_000);
  expect(connection.link.value).toBe('offline');
});

test('when the device comes back online it does not wait for the next attempt', async () => {
  Hub.failures = Array.from({ length: 3 }, () => new Error('no route'));
  connection.start();
  for (let i = 0; i < 3; i++) {
    await pass(0);
    events.dispatchEvent(new Event('online'));
  }
  await pass(0);
  expect(connection.link.value).toBe('connected');
});

test('a server that goes away is left, and sought again after the time it names', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0.999);
  connection.start();
  await pass(0);
  Hub.made[0]!.handlers.get('goingAway')!({ retryAfterMs: 3_000 });
  await pass(2_900);
  expect(Hub.made).toHaveLength(1);
  await pass(2_100);
  expect(Hub.made).toHaveLength(2);
});

test('a command that the server refuses to read is malformed, one that finds no link is lost', async () => {
  expect(await connection.send('1', { type: 'openSession' })).toBe('lost');
  connection.start();
  await pass(0);
  expect(await connection.send('1', { type: 'openSession' })).toBe('sent');
  Hub.made[0]!.invoke.mockRejectedValueOnce(new Error('no such member'));
  expect(await connection.send('1', { type: 'openSession' })).toBe('malformed');
  Hub.made[0]!.invoke.mockImplementationOnce(async () => {
    Hub.made[0]!.break();
    throw new Error('closed');
  });
  expect(await connection.send('1', { type: 'openSession' })).toBe('lost');
});

test('a server that knows nobody here says so; a missing one does not', async () => {
  Hub.failures = [
    new Error("Failed to complete negotiation with the server: Error: Forbidden: Status code '403'"),
    new Error("Status code '503'"),
  ];
  connection.start();
  await pass(60_000);
  expect(listener.refused).toHaveBeenCalledOnce();
});
