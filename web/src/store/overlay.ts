import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CommandId } from '../wire/ids';
import type { Entry, EntryState } from '../wire/outbox';
import type { Command, Rec, Rejection } from '../wire/wire.g';
import { ownLayer, type RecordStore } from './recordStore';

/** A command of one type. */
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** Looks a record up as it will be once all earlier commands on their way have arrived. */
export type Look = <R extends Rec>(id: string) => R | undefined;

/**
 * The records that a command will probably put, so that its author sees the effect at once: whole, the ones that exist already
 * with their change. Nothing, where the effect is not foreseen.
 */
export type Foresee<C extends Command> = (command: C, id: CommandId, look: Look) => readonly Rec[];

/** Joins a new command with an earlier one that was never handed over; see the outbox. */
export type Merge<C extends Command> = (
  earlier: { readonly id: CommandId; readonly command: Command },
  later: C,
) => Command | 'cancel' | undefined;

const foreseen = new Map<Command['type'], Foresee<Command>>();
const merges = new Map<Command['type'], Merge<Command>>();

/** A feature says what its command will show. Said once, when the feature is loaded. */
export function foresee<T extends Command['type']>(type: T, how: Foresee<CommandOf<T>>): void {
  foreseen.set(type, how as unknown as Foresee<Command>);
}

/** A feature says how its command joins with an earlier one that is still unsent. */
export function mergeUnsent<T extends Command['type']>(type: T, how: Merge<CommandOf<T>>): void {
  merges.set(type, how as unknown as Merge<Command>);
}

/** The outbox asks the features. */
export const mergeOf: Merge<Command> = (earlier, later) => merges.get(later.type)?.(earlier, later);

/** What is on its way for a record: its state in the words of the page, and the commands, the newest last. */
export interface Mark {
  readonly state: EntryState;
  readonly entries: readonly Entry[];
  /** Why the newest one that was not accepted was not. */
  readonly rejection?: Rejection;
}

/** Lays the effect of the commands on their way over the views, and marks the records that they concern. */
export class Overlay {
  readonly #store: RecordStore;
  readonly #marks = new Map<string, Signal<Mark | undefined>>();
  #marked = new Set<string>();
  #entries: readonly Entry[] = [];

  constructor(store: RecordStore) {
    this.#store = store;
  }

  /** What is on its way for the record; undefined: nothing, it is as the server has it. */
  markOf(record: string): ReadonlySignal<Mark | undefined> {
    let mark = this.#marks.get(record);
    if (!mark) {
      mark = signal(undefined);
      this.#marks.set(record, mark);
    }
    return mark;
  }

  /** Shows these entries over what the views hold now. To be called again when either changes. */
  show(entries: readonly Entry[]): void {
    this.#entries = entries;
    this.refresh();
  }

  /** The views have changed. */
  refresh(): void {
    if (this.#entries.length === 0 && this.#marked.size === 0) return;
    const own = new Map<string, Rec>();
    const marks = new Map<string, Entry[]>();
    const look: Look = <R extends Rec>(id: string) => (own.get(id) ?? this.#store.below(id)) as R | undefined;
    for (const entry of this.#entries) {
      for (const record of foreseen.get(entry.command.type)?.(entry.command, entry.id, look) ?? []) {
        marks.set(record.id, [...(marks.get(record.id) ?? []), entry]);
        // A change that was refused is not shown as if it were there; a new thing stays, with the reason.
        if (entry.state !== 'refused' || !look(record.id)) own.set(record.id, record);
      }
    }
    this.#store.replace(ownLayer, [...own.values()]);
    for (const id of this.#marked) if (!marks.has(id)) (this.markOf(id) as Signal<Mark | undefined>).value = undefined;
    for (const [id, list] of marks) (this.markOf(id) as Signal<Mark | undefined>).value = markFor(list);
    this.#marked = new Set(marks.keys());
  }
}

const gravity: readonly EntryState[] = ['saved', 'sending', 'device', 'refused'];

function markFor(entries: readonly Entry[]): Mark {
  const worst = entries.reduce((a, b) => (gravity.indexOf(b.state) >= gravity.indexOf(a.state) ? b : a));
  return { state: worst.state, entries, ...(worst.rejection ? { rejection: worst.rejection } : {}) };
}
