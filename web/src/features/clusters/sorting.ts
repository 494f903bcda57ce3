import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { RecordStore } from '../../store/recordStore';
import type { ActivityId, CardId, CardRecord, ClusterId, PersonRecord, PlacementRecord } from '../../wire/wire.g';

/** Where a card lies: in a cluster, or (undefined) among the unsorted ones. */
export type Place = ClusterId | undefined;

/** A placement that is no cluster: the card goes back to the unsorted ones, and the server has not said so yet. */
export const nowhere = '' as ClusterId;

/** A cluster that is folded shows so many cards. */
const foldedTo = 3;

/** The card that had the focus last, and its place in the list then. */
interface Focused {
  readonly card: CardId;
  readonly at: number;
}

interface List {
  readonly all: ReadonlySignal<readonly CardId[]>;
  readonly found: ReadonlySignal<readonly CardId[]>;
  readonly drawn: ReadonlySignal<readonly CardId[]>;
  readonly reachable: ReadonlySignal<CardId | undefined>;
}

/**
 * What the sorting page shows of a clustering: its clusters, the cards of each in order, which of them are found, drawn and selected.
 * Everything follows the records; only the selection, the search and the folds are the page's own.
 */
export class Sorting {
  readonly activity: ActivityId;
  readonly board: ActivityId;
  /** What is searched for. */
  readonly query = signal('');
  /** The clusters in order. */
  readonly clusters: ReadonlySignal<readonly ClusterId[]>;
  /** The board's cards that can be sorted, in the order of the board. */
  readonly cards: ReadonlySignal<readonly CardId[]>;
  /** The selected cards, in the order of the board. */
  readonly selected: ReadonlySignal<readonly CardId[]>;
  readonly #store: RecordStore;
  readonly #chosen = signal<ReadonlySet<CardId>>(new Set());
  readonly #unfolded = signal<ReadonlySet<ClusterId>>(new Set());
  readonly #focused = new Map<Place, Signal<Focused | undefined>>();
  readonly #lists = new Map<Place, List>();
  readonly #present: ReadonlySignal<ReadonlySet<CardId>>;
  readonly #found: ReadonlySignal<ReadonlySet<CardId> | undefined>;
  readonly #count: ReadonlySignal<number | undefined>;
  #anchor: CardId | undefined;

  constructor(store: RecordStore, activity: ActivityId, board: ActivityId) {
    this.#store = store;
    this.activity = activity;
    this.board = board;
    const clusters = store.list('cluster', (cluster) => cluster.activity === activity);
    this.clusters = computed(() => clusters.value.map((id) => id.slice('cluster:'.length) as ClusterId));
    const cards = store.list('card', (card) => card.activity === board && card.status === 'active');
    this.cards = computed(() => cards.value.map((id) => id.slice('card:'.length) as CardId));
    this.#present = computed(() => new Set(this.cards.value));
    this.#found = computed(() => this.#search());
    this.#count = computed(() => this.#found.value?.size);
    this.selected = computed(() => (this.#chosen.value.size === 0 ? [] : this.cards.value.filter((card) => this.#chosen.value.has(card))));
  }

  /** The cards of a place, in order. */
  cardsIn(place: Place): ReadonlySignal<readonly CardId[]> {
    return this.#list(place).all;
  }

  /** Those of them that the search lets through. */
  foundIn(place: Place): ReadonlySignal<readonly CardId[]> {
    return this.#list(place).found;
  }

  /** Those of them that are drawn: a cluster may be folded. */
  drawnIn(place: Place): ReadonlySignal<readonly CardId[]> {
    return this.#list(place).drawn;
  }

  /** The card of a place that Tab reaches: the last one that had the focus, or what has come in its stead. Arrows reach the others. */
  reachableIn(place: Place): ReadonlySignal<CardId | undefined> {
    return this.#list(place).reachable;
  }

  /** Where a card lies now, without subscribing. */
  placeOf(card: CardId): Place {
    const cluster = this.#store.peek<PlacementRecord>(`placed:${this.activity}/${card}`)?.cluster;
    return cluster === nowhere ? undefined : cluster;
  }

  /** How many cards the search lets through; undefined: nothing is searched for. */
  get found(): ReadonlySignal<number | undefined> {
    return this.#count;
  }

  /** Whether a card is selected. */
  isSelected(card: CardId): boolean {
    return this.#chosen.value.has(card);
  }

  /** Selects a card, or no longer. */
  toggle(card: CardId): void {
    const next = new Set(this.#chosen.value);
    if (!next.delete(card)) next.add(card);
    this.#chosen.value = next;
    this.#anchor = card;
  }

  /** Selects all drawn cards from the one that was selected last to this one, if they are in the same place; else this one. */
  selectTo(card: CardId): void {
    const drawn = this.drawnIn(this.placeOf(card)).peek();
    const [from, to] = [drawn.indexOf(this.#anchor as CardId), drawn.indexOf(card)];
    if (from < 0) this.toggle(card);
    else this.#chosen.value = new Set([...this.#chosen.value, ...drawn.slice(Math.min(from, to), Math.max(from, to) + 1)]);
  }

  /** Selects all cards of a place that the search lets through. */
  selectAll(place: Place): void {
    this.#chosen.value = new Set([...this.#chosen.value, ...this.foundIn(place).peek()]);
  }

  /** Selects nothing. */
  clear(): void {
    this.#chosen.value = new Set();
    this.#anchor = undefined;
  }

  /** Whether a cluster shows all its cards. */
  isUnfolded(cluster: ClusterId): boolean {
    return this.#unfolded.value.has(cluster);
  }

  /** Whether a cluster has so many cards that it can be folded. */
  isFoldable(cluster: ClusterId): boolean {
    return !this.#found.value && this.cardsIn(cluster).value.length > foldedTo + 1;
  }

  /** Shows all cards of a cluster, or the first few. */
  fold(cluster: ClusterId, unfolded: boolean): void {
    const next = new Set(this.#unfolded.value);
    if (unfolded) next.add(cluster);
    else next.delete(cluster);
    this.#unfolded.value = next;
  }

  /** A card has the focus. */
  focused(card: CardId): void {
    const place = this.placeOf(card);
    this.#focus(place).value = { card, at: this.drawnIn(place).peek().indexOf(card) };
  }

  #list(place: Place): List {
    let list = this.#lists.get(place);
    if (!list) {
      list = this.#makeList(place);
      this.#lists.set(place, list);
    }
    return list;
  }

  #makeList(place: Place): List {
    const records = this.#store.list('placement', ({ activity, cluster }) => activity === this.activity && isIn(cluster, place));
    const listed = computed(() => records.value.map((id) => id.slice(id.indexOf('/') + 1) as CardId));
    const all = computed(() => {
      if (place !== undefined) return listed.value.filter((card) => this.#present.value.has(card));
      const sorted = new Set(listed.value);
      return this.cards.value.filter((card) => !sorted.has(card));
    });
    const found = computed(() => {
      const only = this.#found.value;
      return only ? all.value.filter((card) => only.has(card)) : all.value;
    });
    const drawn = computed(() =>
      place !== undefined && this.isFoldable(place) && !this.isUnfolded(place) ? found.value.slice(0, foldedTo) : found.value,
    );
    const focus = this.#focus(place);
    const reachable = computed(() => {
      const { card, at = 0 } = focus.value ?? {};
      return card && drawn.value.includes(card) ? card : (drawn.value[at] ?? drawn.value.at(-1));
    });
    return { all, found, drawn, reachable };
  }

  #focus(place: Place): Signal<Focused | undefined> {
    let focus = this.#focused.get(place);
    if (!focus) {
      focus = signal(undefined);
      this.#focused.set(place, focus);
    }
    return focus;
  }

  /** The cards whose words, number or author hold what is searched for; undefined: nothing is. */
  #search(): ReadonlySet<CardId> | undefined {
    const wanted = plain(this.query.value).trim();
    if (wanted === '') return undefined;
    return new Set(
      this.cards.value.filter((id) => {
        const card = this.#store.at<CardRecord>(`card:${id}`).value;
        const author = card?.author && this.#store.at<PersonRecord>(`person:${card.author}`).value?.name;
        const words = card ? Object.values(card.text.versions).map(({ text }) => text) : [];
        return plain([card?.number, author, ...words].join('\n')).includes(wanted);
      }),
    );
  }
}

/** The unsorted ones are those that lie in no cluster: of the placements, all that are in one are subtracted. */
function isIn(cluster: ClusterId, place: Place): boolean {
  return place === undefined ? cluster !== nowhere : cluster === place;
}

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase();
}
