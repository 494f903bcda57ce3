import { type ReadonlySignal, signal } from '@preact/signals';
import type { Sent } from './connection';
import { Delivery } from './delivery';
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
/** How long a saved command is shown as its own effect if no view ever shows it: it changed nothing. */
const unseenMs = 3_000;

const waits = ({ state }: Entry): boolean => state === 'sending' || state === 'device';

/**
 * The commands of a person that are not acknowledged yet: kept on the device, delivered one after another in the order of
 * writing, again after every loss, until each is acknowledged. Their ids make a second delivery harmless.
 */
export class Outbox {
  readonly #entries = signal<readonly Entry[]>([]);
  readonly #shelf: Shelf;
  readonly #merge: NonNullable<OutboxOptions['merge']>;
  readonly #delivery: Delivery;
  /** Handed over at least once: the server may have it, so it must not change any more. */
  readonly #tried = new Set<string>();
  /** How many writes to the shelf are under way for an id: until they are done, what is shown is newer than what is kept. */
  readonly #writing = new Map<string, number>();
  #writes: Promise<unknown> = Promise.resolve();
  #tabs: Tabs | undefined;
  #delivered = 0;
  #seen = 0;

  constructor(shelf: Shelf, { deliver, merge = () => undefined }: OutboxOptions) {
    this.#shelf = shelf;
    this.#merge = merge;
    const queue = { next: () => this.#next(), accepted: this.#accepted.bind(this), refused: this.#refused.bind(this) };
    this.#delivery = new Delivery(queue, deliver);
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
    await this.#read();
    const last = this.#entries.value.at(-1);
    if (last) idsAfter(last.id);
    this.#delivery.start();
  }

  /** Takes a command and shows it at once. The id names what the command makes; of an edit that was merged, the earlier command's. */
  put(command: Command): CommandId {
    const merged = this.#putInto(command);
    if (merged) return merged;
    const id = newId();
    this.#entries.value = [...this.#entries.value, { id, command, state: 'sending' }];
    setTimeout(() => this.#amend(id, (entry) => (entry.state === 'sending' ? { ...entry, state: 'device' } : entry)), slowAfterMs);
    this.#shelf.note({ id, command, tried: false });
    this.#write(id, () => this.#shelf.put({ id, command, tried: false }));
    return id;
  }

  /** Sends a refused command once more, as it was or changed. */
  retry(id: CommandId, command?: Command): void {
    this.#amend(id, ({ rejection: _, ...entry }) => ({ ...entry, command: command ?? entry.command, state: 'sending' }));
    this.#write(id, () => this.#shelf.update(id, ({ rejection: _, ...kept }) => ({ ...kept, command: command ?? kept.command })));
  }

  /** Gives a refused command up. */
  discard(id: CommandId): void {
    this.#remove(id);
    this.#write(id, () => this.#shelf.update(id, () => undefined));
  }

  /** Takes back a command that was never handed over; false: the server may have it by now. */
  withdraw(id: CommandId): boolean {
    if (this.#tried.has(id)) return false;
    this.#remove(id);
    // If another tab was quicker and has handed it over, it is shown again.
    void this.#write(id, () => this.#shelf.update(id, (kept) => (kept.tried ? 'leave' : undefined))).then(() => this.#read());
    return true;
  }

  /** The link is there, or gone. */
  online(is: boolean): void {
    this.#delivery.online(is);
  }

  /** It is this tab's turn to send, or another's. */
  turn(is: boolean): void {
    if (is) void this.#read().then(() => this.#delivery.turn(true));
    else this.#delivery.turn(false);
  }

  /** The server's answer. */
  acknowledge(ack: Ack): void {
    this.#delivery.acknowledge(ack);
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
    if (changed) void this.#read().then(() => this.#delivery.start());
  }

  /** Puts a command into an earlier one that was never handed over, if they belong together. */
  #putInto(command: Command): CommandId | undefined {
    const waiting = this.#entries.value.filter((entry) => waits(entry) && entry.id !== this.#delivery.asked);
    for (const earlier of waiting.reverse()) {
      const merged = this.#merge(earlier, command);
      if (merged === undefined) continue;
      if (this.#tried.has(earlier.id)) return undefined;
      if (merged === 'cancel') this.#remove(earlier.id);
      else this.#amend(earlier.id, (entry) => ({ ...entry, command: merged }));
      this.#write(earlier.id, async () => {
        const keep = merged === 'cancel' ? undefined : { command: merged };
        const applied = await this.#shelf.update(earlier.id, (kept) => (kept.tried ? 'leave' : keep && { ...kept, ...keep }));
        // Another tab was quicker and has handed the earlier one over: the later one then goes on its own.
        if (!applied) await this.#shelf.put({ id: newId(), command, tried: false });
      }).then(() => this.#read());
      return earlier.id;
    }
    return undefined;
  }

  async #next(): Promise<Entry | undefined> {
    await this.#writes;
    const next = this.#entries.value.find(waits);
    if (!next) return undefined;
    this.#tried.add(next.id);
    await this.#keep(next.id, (kept) => (kept.tried ? 'leave' : { ...kept, tried: true }));
    return next;
  }

  async #accepted(id: CommandId, seq: number | undefined): Promise<void> {
    this.#delivered++;
    await this.#keep(id, () => undefined);
    this.#settle(id, seq);
    this.#tell({ settled: id, ...(seq === undefined ? {} : { seq }) });
  }

  async #refused(id: CommandId, rejection: Rejection): Promise<void> {
    await this.#keep(id, (kept) => ({ ...kept, rejection }));
    this.#amend(id, (entry) => ({ ...entry, state: 'refused', rejection }));
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

  /** Writes to the shelf after all writes before, then lets the other tabs know. */
  #write(id: string, change: () => Promise<unknown>): Promise<unknown> {
    this.#writing.set(id, (this.#writing.get(id) ?? 0) + 1);
    this.#writes = this.#writes
      .then(change)
      .catch(() => {})
      .then(() => {
        const left = this.#writing.get(id)! - 1;
        if (left > 0) this.#writing.set(id, left);
        else this.#writing.delete(id);
        this.#tell({ changed: true });
      });
    this.#delivery.start();
    return this.#writes;
  }

  /** A shelf that fails costs the keeping, not the sending. */
  async #keep(id: string, change: (kept: Kept) => Kept | undefined | 'leave'): Promise<void> {
    await this.#shelf.update(id, change).catch(() => false);
  }

  #tell(news: News): void {
    this.#tabs?.tell(news);
  }

  /** Takes over what the shelf keeps, except for what this tab is writing itself. */
  async #read(): Promise<void> {
    const kept = await this.#shelf.commands();
    const shown = new Map(this.#entries.value.map((entry) => [entry.id as string, entry]));
    for (const { id, tried } of kept) if (tried) this.#tried.add(id);
    const known = new Set(kept.map(({ id }) => id));
    const mine = [...shown.values()].filter(({ id, state }) => this.#writing.has(id) || (state === 'saved' && !known.has(id)));
    const theirs = kept.filter(({ id }) => !this.#writing.has(id)).map((row) => entryOf(row, shown.get(row.id)));
    this.#entries.value = [...theirs, ...mine].sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

/** What an earlier visit left has waited long enough to be called kept on this device. */
function entryOf({ id, command, rejection }: Kept, shown: Entry | undefined): Entry {
  if (rejection) return { id: id as CommandId, command, state: 'refused', rejection };
  const state = shown?.state === 'sending' || shown?.state === 'saved' ? shown.state : 'device';
  return { id: id as CommandId, command, state, ...(shown?.seq === undefined ? {} : { seq: shown.seq }) };
}
