import { type ReadonlySignal, signal } from '@preact/signals';
import type { Sent } from './connection';
import { newId, randomHex } from './ids';
import { sha256 } from './sha256';
import type { KeptBallot, Shelf } from './shelf';
import type { Ack, ActivityId, CastBallot, Command, Rejection } from './wire.g';

/** Where a ballot of this device stands: never `cast` before the server has said so. */
export type BallotState =
  | { readonly kind: 'sending'; readonly dots: Readonly<Record<string, number>>; readonly replaces: boolean }
  | { readonly kind: 'cast'; readonly ballot: string }
  | { readonly kind: 'refused'; readonly rejection: Rejection; readonly ballot?: string };

const answerWithinMs = 20_000;
const retryMs = 2_000;

/**
 * The sealed ballots of this device. They go a way of their own, beside the outbox: the dots are kept until the server has
 * acknowledged them and no longer; the keys that replace a ballot, for as long as the device keeps anything.
 */
export class Ballots {
  readonly #ballots = signal<ReadonlyMap<string, KeptBallot>>(new Map());
  readonly #shelf: Shelf;
  readonly #deliver: (id: string, command: Command) => Promise<Sent>;
  #online = false;
  #timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(shelf: Shelf, deliver: (id: string, command: Command) => Promise<Sent>) {
    this.#shelf = shelf;
    this.#deliver = deliver;
  }

  /** Reads what earlier visits left. */
  async load(): Promise<void> {
    const kept = await this.#shelf.ballots();
    this.#ballots.value = new Map([...kept.map((ballot) => [ballot.activity, ballot] as const), ...this.#ballots.value]);
    this.#sendAll();
  }

  /** Reads where the ballot for a vote stands; undefined: this device has none. */
  stateOf(activity: ActivityId): BallotState | undefined {
    const kept = this.#ballots.value.get(activity);
    if (kept?.sending) return { kind: 'sending', dots: kept.sending.dots, replaces: kept.key !== undefined };
    if (kept?.rejection) return { kind: 'refused', rejection: kept.rejection, ...(kept.key ? { ballot: kept.ballot } : {}) };
    return kept?.key ? { kind: 'cast', ballot: kept.ballot } : undefined;
  }

  /** All of them, for those who draw what changes. */
  get all(): ReadonlySignal<ReadonlyMap<string, KeptBallot>> {
    return this.#ballots;
  }

  /** Casts, or replaces what this device has cast. False: an earlier attempt has not been answered yet. */
  async cast(activity: ActivityId, dots: Readonly<Record<string, number>>): Promise<boolean> {
    const before = this.#ballots.value.get(activity);
    if (before?.sending) return false;
    const { rejection: _, ...kept } = before ?? { activity, ballot: randomHex() };
    // The keys must be on the shelf before the server can know their hash.
    await this.#keep({ ...kept, sending: { id: newId(), dots, nextKey: randomHex() } });
    void this.#send(activity);
    return true;
  }

  /** The link is there, or gone. */
  online(is: boolean): void {
    this.#online = is;
    if (is) this.#sendAll();
  }

  /** The server's answer. */
  acknowledge(ack: Ack): void {
    const kept = [...this.#ballots.value.values()].find((ballot) => ballot.sending?.id === ack.id);
    if (!kept?.sending) return;
    const { sending, rejection: _, ...rest } = kept;
    clearTimeout(this.#timers.get(kept.activity));
    if (!ack.rejection) void this.#keep({ ...rest, key: sending.nextKey });
    else if (ack.rejection.retry) this.#later(kept.activity as ActivityId, retryMs);
    else void this.#keep({ ...rest, rejection: ack.rejection });
  }

  #sendAll(): void {
    for (const ballot of this.#ballots.value.values()) if (ballot.sending) void this.#send(ballot.activity as ActivityId);
  }

  async #send(activity: ActivityId): Promise<void> {
    const kept = this.#ballots.value.get(activity);
    if (!this.#online || !kept?.sending) return;
    const { id, dots, nextKey } = kept.sending;
    const command: CastBallot = {
      type: 'castBallot',
      activity,
      ballot: kept.ballot,
      dots: dots as CastBallot['dots'],
      editHash: sha256(nextKey),
      ...(kept.key ? { key: kept.key } : {}),
    };
    this.#later(activity, answerWithinMs);
    const sent = await this.#deliver(id, command);
    if (sent === 'malformed') this.acknowledge({ id, rejection: { code: 'command.malformed', args: {}, retry: false } });
  }

  #later(activity: ActivityId, ms: number): void {
    clearTimeout(this.#timers.get(activity));
    this.#timers.set(
      activity,
      setTimeout(() => void this.#send(activity), ms),
    );
  }

  async #keep(ballot: KeptBallot): Promise<void> {
    this.#ballots.value = new Map(this.#ballots.value).set(ballot.activity, ballot);
    await this.#shelf.putBallot(ballot);
  }
}
