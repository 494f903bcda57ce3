import { type ReadonlySignal, signal } from '@preact/signals';
import type { Sent } from './connection';
import { type CommandId, idsAfter, newId } from './ids';
import type { Kept, Shelf } from './shelf';
import type { Tabs } from './turn';
import type { Ack, Command, Rejection } from './wire.g';

/** What a page says of a command: *sending*; *device* after 2 s without an answer; *refused*, with its reason; *saved*, but not seen in a view yet. */
export type EntryState = 'sending' | 'device' | 'refused' | 'saved';

/** A command on its way. */
export interface Entry {
  readonly id: CommandId;
  readonly command: Command;
  readonly state: EntryState;
  /** Why it was not accepted. */
  readonly rejection?: Rejection;
  /** The place of the log that holds it, once saved. */
  readonly seq?: number;
}

/** What the outbox needs to know of the world. */
export interface OutboxOptions {
  /** Hands a command to the server. */
  deliver(id: string, command: Command): Promise<Sent>;
  /**
   * Joins a new command with an earlier one that was never handed over: the command that stands for both, `cancel` if together
   * they come to nothing, `undefined` if they have nothing to do with each other.
   */
  merge?(earlier: { id: CommandId; command: Command }, later: Command): Command | 'cancel' | undefined;
}

type News = { readonly settled: string; readonly seq?: number } | { readonly changed: true };

const slowAfterMs = 2_000;
const answerWithinMs = 20_000;
/** The connection notices a loss a little later than a command does. */
const lostRestMs = 250;
const retryFromMs = 1_000;
const retryToMs = 15_000;
/** How long a saved command is shown as its own effect if no view ever shows it: it changed nothing. */
const unseenMs = 3_000;

/**
 * The commands of a person that are not acknowledged yet: kept on the device, delivered one after another in the order of
 * writing, again after every loss, until each is acknowledged. Their ids make a second delivery harmless.
 */
export class Outbox {
  readonly #entries = signal<readonly Entry[]>([]);
  readonly #shelf: Shelf;
  readonly #options: OutboxOptions;
  /** Handed over at least once. */
  readonly #tried = new Set<string>();
  /** Shown, but not on the shelf yet. */
  readonly #unwritten = new Set<string>();
  #tabs: Tabs | undefined;
  #online = false;
  #turn = false;
  #running = false;
  #answer: ((ack: Ack | undefined) => void) | undefined;
  #asked: string | undefined;
  #writes: Promise<unknown> = Promise.resolve();
  #delivered = 0;
  #seen = 0;

  constructor(shelf: Shelf, options: OutboxOptions) {
    this.#shelf = shelf;
    this.#options = options;
  }

  /** Everything on its way, in order. */
  get entries(): ReadonlySignal<readonly Entry[]> {
    return this.#entries;
  }

  /** Whether it survives the page; false is worth a sentence. */
  get durable(): boolean {
    return this.#shelf.durable;
  }

  /** How many commands were acknowledged since this was last asked. */
  takeDelivered(): number {
    const delivered = this.#delivered;
    this.#delivered = 0;
    return delivered;
  }

  /** Reads what earlier visits left. */
  async load(tabs?: Tabs): Promise<void> {
    this.#tabs = tabs;
    await this.#reload();
    const last = this.#entries.value.at(-1);
    if (last) idsAfter(last.id);
    this.#pump();
  }

  /** Takes a command and shows it at once. The id names what the command makes; of an edit that was merged, the earlier command's. */
  put(command: Command): CommandId {
    const merged = this.#merge(command);
    if (merged) return merged;
    const id = newId();
    this.#entries.value = [...this.#entries.value, { id, command, state: 'sending' }];
    setTimeout(() => this.#amend(id, (entry) => (entry.state === 'sending' ? { ...entry, state: 'device' } : entry)), slowAfterMs);
    this.#unwritten.add(id);
    this.#write(() => this.#shelf.put({ id, command, tried: false }).finally(() => this.#unwritten.delete(id)));
    return id;
  }

  /** Sends a refused command once more, as it was or changed. */
  retry(id: CommandId, command?: Command): void {
    this.#amend(id, ({ rejection: _, ...entry }) => ({ ...entry, command: command ?? entry.command, state: 'sending' }));
    this.#write(() => this.#shelf.update(id, ({ rejection: _, ...kept }) => ({ ...kept, command: command ?? kept.command })));
  }

  /** Gives a refused command up. */
  discard(id: CommandId): void {
    this.#remove(id);
    this.#write(() => this.#shelf.update(id, () => undefined));
  }

  /** The link is there, or gone. */
  online(is: boolean): void {
    this.#online = is;
    if (is) this.#pump();
    else this.#answer?.(undefined);
  }

  /** It is this tab's turn to send, or another's. */
  turn(is: boolean): void {
    this.#turn = is;
    if (is) void this.#reload().then(() => this.#pump());
    else this.#answer?.(undefined);
  }

  /** The server's answer. */
  acknowledge(ack: Ack): void {
    if (ack.id === this.#asked) this.#answer?.(ack);
  }

  /** A view has come so far: what it holds need not be shown as on its way any more. */
  seen(seq: number): void {
    this.#seen = Math.max(this.#seen, seq);
    const entries = this.#entries.value;
    const left = entries.filter((entry) => entry.seq === undefined || entry.seq > seq);
    if (left.length < entries.length) this.#entries.value = left;
  }

  /** What another tab of the same person says. */
  hear(news: unknown): void {
    const { settled, seq, changed } = news as { settled?: string; seq?: number; changed?: true };
    if (settled) this.#settle(settled as CommandId, seq);
    if (changed) void this.#reload().then(() => this.#pump());
  }

  #merge(command: Command): CommandId | undefined {
    const waiting = this.#entries.value.filter((entry) => entry.state !== 'refused' && entry.state !== 'saved' && entry.id !== this.#asked);
    for (const earlier of waiting.reverse()) {
      const merged = this.#options.merge?.(earlier, command);
      if (merged === undefined) continue;
      if (this.#tried.has(earlier.id)) return undefined;
      if (merged === 'cancel') this.#remove(earlier.id);
      else this.#amend(earlier.id, (entry) => ({ ...entry, command: merged }));
      this.#write(async () => {
        const applied = await this.#shelf.update(earlier.id, (kept) =>
          kept.tried ? 'leave' : merged === 'cancel' ? undefined : { ...kept, command: merged },
        );
        // Another tab was quicker and has handed the earlier one over: the later one then goes on its own.
        if (applied) return;
        await this.#shelf.put({ id: newId(), command, tried: false });
        await this.#reload();
      });
      return earlier.id;
    }
    return undefined;
  }

  #pump(): void {
    if (!this.#running && this.#online && this.#turn) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    let pause = retryFromMs;
    try {
      while (this.#online && this.#turn) {
        await this.#writes;
        const next = this.#entries.value.find((entry) => entry.state === 'sending' || entry.state === 'device');
        if (!next) return;
        this.#tried.add(next.id);
        this.#asked = next.id;
        await this.#shelf.update(next.id, (kept) => (kept.tried ? 'leave' : { ...kept, tried: true }));
        const ack = await this.#ask(next);
        if (!ack) {
          await this.#rest(lostRestMs);
          continue;
        }
        if (ack.rejection?.retry) {
          await this.#rest(pause);
          pause = Math.min(pause * 2, retryToMs);
          continue;
        }
        pause = retryFromMs;
        if (ack.rejection) await this.#refuse(next.id, ack.rejection);
        else await this.#accept(next.id, ack.seq);
      }
    } finally {
      this.#running = false;
      this.#asked = undefined;
    }
  }

  /** The answer to a command; undefined when the link or the turn was lost, or no answer came. */
  #ask(entry: Entry): Promise<Ack | undefined> {
    return new Promise((resolve) => {
      const done = (ack: Ack | undefined): void => {
        clearTimeout(timer);
        this.#answer = undefined;
        resolve(ack);
      };
      const timer = setTimeout(() => done(undefined), answerWithinMs);
      this.#answer = done;
      void this.#options.deliver(entry.id, entry.command).then((sent) => {
        if (sent === 'lost') done(undefined);
        if (sent === 'malformed') done({ id: entry.id, rejection: { code: 'command.malformed', args: {}, retry: false } });
      });
    });
  }

  /** Waits, but not longer than the link lasts. */
  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.#answer = undefined;
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.#answer = done;
    });
  }

  async #accept(id: CommandId, seq: number | undefined): Promise<void> {
    this.#delivered++;
    await this.#shelf.update(id, () => undefined);
    this.#settle(id, seq);
    this.#tell({ settled: id, ...(seq === undefined ? {} : { seq }) });
  }

  async #refuse(id: CommandId, rejection: Rejection): Promise<void> {
    await this.#shelf.update(id, (kept) => ({ ...kept, rejection }));
    this.#amend(id, (entry) => ({ ...entry, state: 'refused', rejection }));
    this.#tried.delete(id);
    this.#tell({ changed: true });
  }

  #settle(id: CommandId, seq: number | undefined): void {
    // The views may hold it already, if the answer is to a second delivery.
    if (seq === undefined || seq <= this.#seen) {
      this.#remove(id);
      return;
    }
    this.#amend(id, (entry) => ({ ...entry, state: 'saved', seq }));
    setTimeout(() => this.#remove(id), unseenMs);
  }

  #amend(id: CommandId, change: (entry: Entry) => Entry): void {
    this.#entries.value = this.#entries.value.map((entry) => (entry.id === id ? change(entry) : entry));
  }

  #remove(id: CommandId): void {
    this.#entries.value = this.#entries.value.filter((entry) => entry.id !== id);
  }

  #write(change: () => Promise<unknown>): void {
    this.#writes = this.#writes.then(change).then(
      () => this.#tell({ changed: true }),
      () => {},
    );
    this.#pump();
  }

  #tell(news: News): void {
    this.#tabs?.tell(news);
  }

  async #reload(): Promise<void> {
    const kept = await this.#shelf.commands();
    const now = new Map(this.#entries.value.map((entry) => [entry.id as string, entry]));
    for (const { id, tried } of kept) if (tried) this.#tried.add(id);
    const known = new Set(kept.map(({ id }) => id));
    const others = this.#entries.value.filter(
      (entry) => !known.has(entry.id) && (entry.state === 'saved' || this.#unwritten.has(entry.id)),
    );
    this.#entries.value = [...kept.map((row) => entryOf(row, now.get(row.id))), ...others].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** What an earlier visit left has waited long enough to be called kept on this device. */
function entryOf({ id, command, rejection }: Kept, known: Entry | undefined): Entry {
  if (rejection) return { id: id as CommandId, command, state: 'refused', rejection };
  const state = known?.state === 'sending' || known?.state === 'saved' ? known.state : 'device';
  return { id: id as CommandId, command, state, ...(known?.seq === undefined ? {} : { seq: known.seq }) };
}
