import { HttpTransportType, type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from '@microsoft/signalr';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Ack, Ambient, Command, Fetch, Frame, Joined } from './wire.g';

/** As whom a browser connects: a participant, an account, or a projector that sees public views only. */
export type As = 'person' | 'staff' | 'screen';

/** The link to the server in the words that a page needs: *away* for up to 2 s is nobody's concern, after 5 s it is a banner. */
export type Link = 'connecting' | 'connected' | 'away' | 'reconnecting' | 'offline';

/** What the server says on its own. */
export interface Listener {
  connected(): void;
  lost(): void;
  ack(ack: Ack): void;
  frame(frame: Frame): void;
  fetch(fetch: Fetch): void;
  ambient(ambient: Ambient): void;
  joined(joined: Joined): void;
  /** The server knows nobody here any more: signed out, or the workshop is gone. */
  refused(): void;
}

/** How a command was handed over: `sent` means that it was well formed, and that its ack will come. */
export type Sent = 'sent' | 'malformed' | 'lost';

/** A server's farewell goes to all at once; they come back over this time. */
const spreadMs = 2_000;

/** Delays between attempts, milliseconds: a random step from the last one, so that a hall of phones does not come back at once. */
export function nextDelay(last: number, random = Math.random): number {
  const from = 500;
  const to = Math.max(from, Math.min(15_000, last * 3));
  return Math.round(from + random() * (to - from));
}

/**
 * The connection to a workshop's hub. It never gives up: a lost link is sought again until {@link stop}, at once when the device
 * comes back online or the page back into sight. What it delivers, and that it may deliver twice, is the listener's matter.
 */
export class Connection {
  readonly #link = signal<Link>('connecting');
  readonly #address: string;
  readonly #listener: Listener;
  #hub: HubConnection | undefined;
  #stopped = false;
  #delay = 0;
  #farewell = 0;
  #wake: (() => void) | undefined;
  #words: ReturnType<typeof setTimeout>[] = [];

  constructor(workshop: string, as: As, listener: Listener) {
    this.#address = `/hub/${workshop}?as=${as}`;
    this.#listener = listener;
  }

  /** How the link is now. */
  get link(): ReadonlySignal<Link> {
    return this.#link;
  }

  /** Connects, and goes on doing so. */
  start(): void {
    addEventListener('online', this.#hurry);
    addEventListener('offline', this.#letGo);
    document.addEventListener('visibilitychange', this.#hurry);
    this.#giveWordsTime();
    void this.#run();
  }

  /** Disconnects for good. */
  stop(): void {
    this.#stopped = true;
    removeEventListener('online', this.#hurry);
    removeEventListener('offline', this.#letGo);
    document.removeEventListener('visibilitychange', this.#hurry);
    this.#words.forEach(clearTimeout);
    this.#wake?.();
    void this.#hub?.stop();
  }

  /** Hands a command over. Its ack is a message of its own. */
  async send(id: string, command: Command): Promise<Sent> {
    const hub = this.#hub;
    if (hub?.state !== HubConnectionState.Connected) return 'lost';
    try {
      await hub.invoke('Send', id, command);
      return 'sent';
    } catch {
      return hub.state === HubConnectionState.Connected ? 'malformed' : 'lost';
    }
  }

  /** Sets the views of this connection: each with the place of the log that it holds, -1 for nothing. */
  async join(views: Readonly<Record<string, number>>, build: string): Promise<boolean> {
    const hub = this.#hub;
    if (hub?.state !== HubConnectionState.Connected) return false;
    try {
      await hub.invoke('Join', views, build);
      return true;
    } catch {
      return false;
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const hub = this.#build();
      const closed = new Promise<void>((resolve) => hub.onclose(() => resolve()));
      try {
        await hub.start();
      } catch (error) {
        if (isRefusal(error)) this.#listener.refused();
        await this.#pause();
        continue;
      }
      if (this.#stopped) {
        await hub.stop();
        return;
      }
      this.#hub = hub;
      this.#delay = 0;
      this.#words.forEach(clearTimeout);
      this.#link.value = 'connected';
      this.#listener.connected();
      await closed;
      this.#hub = undefined;
      this.#listener.lost();
      if (this.#stopped) return;
      this.#link.value = 'away';
      this.#giveWordsTime();
      await this.#pause();
    }
  }

  #build(): HubConnection {
    const hub = new HubConnectionBuilder()
      .withUrl(this.#address, { transport: HttpTransportType.WebSockets | HttpTransportType.LongPolling })
      .configureLogging(LogLevel.None)
      .withKeepAliveInterval(10_000)
      .withServerTimeout(30_000)
      .build();
    hub.on('ack', (ack: Ack) => this.#listener.ack(ack));
    hub.on('frame', (frame: Frame) => this.#listener.frame(frame));
    hub.on('fetch', (fetch: Fetch) => this.#listener.fetch(fetch));
    hub.on('ambient', (ambient: Ambient) => this.#listener.ambient(ambient));
    hub.on('joined', (joined: Joined) => this.#listener.joined(joined));
    hub.on('goingAway', ({ retryAfterMs }: { retryAfterMs: number }) => {
      this.#farewell = retryAfterMs;
      void hub.stop();
    });
    return hub;
  }

  #pause(): Promise<void> {
    // A server that said when it is back is not asked before.
    this.#delay = this.#farewell > 0 ? this.#farewell + Math.random() * spreadMs : nextDelay(this.#delay);
    this.#farewell = 0;
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#delay);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  readonly #hurry = (): void => {
    if (document.visibilityState === 'visible') this.#wake?.();
  };

  /** The device knows before the silence is long enough to tell. */
  readonly #letGo = (): void => {
    void this.#hub?.stop();
  };

  #giveWordsTime(): void {
    this.#words.forEach(clearTimeout);
    const say = (link: Link) => () => {
      if (this.#link.value !== 'connected') this.#link.value = link;
    };
    this.#words = [setTimeout(say('reconnecting'), 2_000), setTimeout(say('offline'), 5_000)];
  }
}

/** The client library puts the status of a failed negotiation into its message only. */
function isRefusal(error: unknown): boolean {
  return /Status code '40[134]'/.test(String(error));
}
