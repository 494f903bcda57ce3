import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Command, Rejection } from './wire.g';

/** A command that waits for its acknowledgement, as the device keeps it. */
export interface Kept {
  /** The command's id; ids rise in the order of writing, and the queue is sorted by them. */
  readonly id: string;
  readonly command: Command;
  /** It was handed over at least once: the server may have it, so it must not change any more. */
  readonly tried: boolean;
  /** Not accepted: it waits for the person, not for the server. */
  readonly rejection?: Rejection;
}

/** A ballot as the device keeps it: the dots only until they are acknowledged, the keys for as long as it may be replaced. */
export interface KeptBallot {
  readonly activity: string;
  /** The ballot's own id, 32 hex digits. Nobody but this device knows whose it is. */
  readonly ballot: string;
  /** Proves a replacement of what was acknowledged; absent before the first acknowledgement. */
  readonly key?: string;
  /** What is on its way, under a command id that changes nothing. */
  readonly sending?: { readonly id: string; readonly dots: Readonly<Record<string, number>>; readonly nextKey: string };
  /** Why the last attempt was not accepted. */
  readonly rejection?: Rejection;
}

/** Where the device keeps what is not acknowledged yet: per workshop and person. */
export interface Shelf {
  /** Whether it survives the page. */
  readonly durable: boolean;
  commands(): Promise<Kept[]>;
  /** Keeps a new command before anything can happen to the page; `put` then takes over. */
  note(kept: Kept): void;
  put(kept: Kept): Promise<void>;
  /** Changes what is kept under the id, in one step; `undefined` from the function removes it. False: nothing was kept, or the function left it alone. */
  update(id: string, change: (kept: Kept) => Kept | undefined | 'leave'): Promise<boolean>;
  ballots(): Promise<KeptBallot[]>;
  putBallot(ballot: KeptBallot): Promise<void>;
}

interface Schema extends DBSchema {
  commands: { key: [string, string]; value: Kept & { who: string } };
  ballots: { key: [string, string]; value: KeptBallot & { who: string } };
}

/** Opens the shelf of a person in a workshop; in memory where the browser offers no database (some private windows). */
export async function openShelf(workshop: string, person: string): Promise<Shelf> {
  try {
    const db = await openDB<Schema>('workshop', 1, {
      upgrade(db) {
        db.createObjectStore('commands', { keyPath: ['who', 'id'] });
        db.createObjectStore('ballots', { keyPath: ['who', 'activity'] });
      },
    });
    return new DatabaseShelf(db, `${workshop}/${person}`);
  } catch {
    return new MemoryShelf();
  }
}

const rowsOf = (who: string): IDBKeyRange => IDBKeyRange.bound([who, ''], [who, '\uffff']);

class DatabaseShelf implements Shelf {
  readonly durable = true;
  readonly #db: IDBPDatabase<Schema>;
  readonly #who: string;

  constructor(db: IDBPDatabase<Schema>, who: string) {
    this.#db = db;
    this.#who = who;
  }

  async commands(): Promise<Kept[]> {
    await this.#takeNotes();
    return this.#db.getAll('commands', rowsOf(this.#who));
  }

  /** The database answers later; a page that is left within these milliseconds would take the command along. */
  note(kept: Kept): void {
    try {
      localStorage.setItem(this.#notes + kept.id, JSON.stringify(kept));
    } catch {
      // Full, or forbidden: then the database alone keeps it.
    }
  }

  async put(kept: Kept): Promise<void> {
    await this.#db.put('commands', { ...kept, who: this.#who });
    this.#dropNote(kept.id);
  }

  get #notes(): string {
    return `unwritten/${this.#who}/`;
  }

  /** Puts what a page could only note, before it was left, where it belongs. Another tab may be about to do the same: ids make that harmless. */
  async #takeNotes(): Promise<void> {
    if (typeof localStorage === 'undefined') return;
    for (const key of Object.keys(localStorage).filter((name) => name.startsWith(this.#notes))) {
      const noted = localStorage.getItem(key);
      const kept = noted && (JSON.parse(noted) as Kept);
      if (!kept) continue;
      if (!(await this.#db.get('commands', [this.#who, kept.id]))) await this.#db.put('commands', { ...kept, who: this.#who });
      this.#dropNote(kept.id);
    }
  }

  #dropNote(id: string): void {
    try {
      localStorage.removeItem(this.#notes + id);
    } catch {
      // There is none, then.
    }
  }

  async update(id: string, change: (kept: Kept) => Kept | undefined | 'leave'): Promise<boolean> {
    const step = this.#db.transaction('commands', 'readwrite');
    const kept = await step.store.get([this.#who, id]);
    const changed = kept ? change(kept) : 'leave';
    if (changed === undefined) await step.store.delete([this.#who, id]);
    else if (changed !== 'leave') await step.store.put({ ...changed, who: this.#who });
    await step.done;
    return changed !== 'leave';
  }

  ballots(): Promise<KeptBallot[]> {
    return this.#db.getAll('ballots', rowsOf(this.#who));
  }

  async putBallot(ballot: KeptBallot): Promise<void> {
    await this.#db.put('ballots', { ...ballot, who: this.#who });
  }
}

/** Lives as long as the page. */
export class MemoryShelf implements Shelf {
  readonly durable = false;
  readonly #commands = new Map<string, Kept>();
  readonly #ballots = new Map<string, KeptBallot>();

  async commands(): Promise<Kept[]> {
    return [...this.#commands.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  note(): void {
    // It lives no longer than the page anyway.
  }

  async put(kept: Kept): Promise<void> {
    this.#commands.set(kept.id, kept);
  }

  async update(id: string, change: (kept: Kept) => Kept | undefined | 'leave'): Promise<boolean> {
    const kept = this.#commands.get(id);
    const changed = kept ? change(kept) : 'leave';
    if (changed === undefined) this.#commands.delete(id);
    else if (changed !== 'leave') this.#commands.set(id, changed);
    return changed !== 'leave';
  }

  async ballots(): Promise<KeptBallot[]> {
    return [...this.#ballots.values()];
  }

  async putBallot(ballot: KeptBallot): Promise<void> {
    this.#ballots.set(ballot.activity, ballot);
  }
}
