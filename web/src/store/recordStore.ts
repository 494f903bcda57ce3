import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { Rec } from '../wire/wire.g';

/** A record of one type. */
export type RecOf<T extends Rec['type']> = Extract<Rec, { type: T }>;

/** What one view puts and drops. */
export interface Change {
  readonly put: readonly Rec[];
  readonly drop: readonly string[];
}

/** The layer of what is on its way from this device: above all views. */
export const ownLayer = 'own';

const audiences = [ownLayer, 'person', 'group', 'staff', 'public'];

const rankOf = (view: string): number => audiences.indexOf(view.split(/[:/]/, 1)[0]!);

/**
 * What a browser knows of a workshop: a map of records per view, and one signal per id that holds the record as the reader sees
 * it. The same id in several views is looked up person, group, staff, public; a drop uncovers what lies below.
 */
export class RecordStore {
  readonly #views = new Map<string, Map<string, Rec>>();
  readonly #cells = new Map<string, Signal<Rec | undefined>>();
  readonly #types = new Map<Rec['type'], { readonly ids: Set<string>; readonly changed: Signal<number> }>();

  /** The record at `id`, now and later; undefined while absent. A component that reads it redraws alone. */
  at<R extends Rec>(id: string): ReadonlySignal<R | undefined> {
    return this.#cell(id) as Signal<Rec | undefined> as ReadonlySignal<R | undefined>;
  }

  /** The record at `id` as it is now, without subscribing. */
  peek<R extends Rec>(id: string): R | undefined {
    return this.#cells.get(id)?.peek() as R | undefined;
  }

  /** The record at `id` as the views hold it now, whatever is on its way from this device. */
  below(id: string): Rec | undefined {
    for (const [view, records] of this.#views) {
      const record = view === ownLayer ? undefined : records.get(id);
      if (record) return record;
    }
    return undefined;
  }

  /**
   * The ids of all records of a type that `where` lets in, in the order of `by`: by default rank and id. Changes only when the
   * list does, not when a record in it does.
   */
  list<T extends Rec['type']>(
    type: T,
    where: (record: RecOf<T>) => boolean = () => true,
    by = byRank<RecOf<T>>,
  ): ReadonlySignal<readonly string[]> {
    let last: readonly string[] = [];
    return computed(() => {
      const { ids, changed } = this.#type(type);
      changed.value;
      const records = Array.from(ids, (id) => this.#cells.get(id)?.peek() as RecOf<T>);
      const next = records
        .filter(where)
        .sort(by)
        .map((record) => record.id);
      if (next.length !== last.length || next.some((id, i) => id !== last[i])) last = next;
      return last;
    });
  }

  /** A figure computed from all records of a type, e.g. how many; redraws only when the figure changes. */
  sum<T extends Rec['type']>(type: T, of: (record: RecOf<T>) => number): ReadonlySignal<number> {
    return computed(() => {
      const { ids, changed } = this.#type(type);
      changed.value;
      return Array.from(ids).reduce((sum, id) => sum + of(this.#cells.get(id)?.peek() as RecOf<T>), 0);
    });
  }

  /** Puts and drops in a view at once: nobody sees half of it. */
  apply(view: string, { put, drop }: Change): void {
    batch(() => {
      const records = this.#view(view);
      for (const record of put) {
        records.set(record.id, record);
        this.#show(record.id);
      }
      for (const id of drop) if (records.delete(id)) this.#show(id);
    });
  }

  /** Puts a whole view in the place of what it held. */
  replace(view: string, whole: readonly Rec[]): void {
    const there = new Set(whole.map((record) => record.id));
    this.apply(view, { put: whole, drop: [...this.#view(view).keys()].filter((id) => !there.has(id)) });
  }

  /** Forgets a view. */
  discard(view: string): void {
    this.replace(view, []);
    this.#views.delete(view);
  }

  #view(view: string): Map<string, Rec> {
    let records = this.#views.get(view);
    if (!records) {
      records = new Map();
      this.#views.set(view, records);
      const sorted = [...this.#views].sort(([a], [b]) => rankOf(a) - rankOf(b));
      this.#views.clear();
      for (const [name, map] of sorted) this.#views.set(name, map);
    }
    return records;
  }

  #show(id: string): void {
    const cell = this.#cell(id);
    const before = cell.peek();
    let after: Rec | undefined;
    for (const records of this.#views.values()) {
      after = records.get(id);
      if (after) break;
    }
    if (after === before) return;
    cell.value = after;
    if (before && before.type !== after?.type) this.#type(before.type).ids.delete(id);
    if (after) this.#type(after.type).ids.add(id);
    for (const type of new Set([before?.type, after?.type])) {
      if (!type) continue;
      const { changed } = this.#type(type);
      changed.value = changed.peek() + 1; // read without subscribing whoever applies this
    }
  }

  #cell(id: string): Signal<Rec | undefined> {
    let cell = this.#cells.get(id);
    if (!cell) {
      cell = signal(undefined);
      this.#cells.set(id, cell);
    }
    return cell;
  }

  #type(type: Rec['type']): { readonly ids: Set<string>; readonly changed: Signal<number> } {
    let entry = this.#types.get(type);
    if (!entry) {
      entry = { ids: new Set(), changed: signal(0) };
      this.#types.set(type, entry);
    }
    return entry;
  }
}

/** Rank, then id, both compared by code unit as the server does; steps of the agenda by their number. */
export function byRank<R extends Rec>(a: R, b: R): number {
  if (a.type === 'activity' && b.type === 'activity') return a.number - b.number;
  const [x, y] = ['rank' in a ? a.rank : '', 'rank' in b ? b.rank : ''];
  if (x !== y) return x < y ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
