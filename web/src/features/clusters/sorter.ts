import { isolated, wordingOf } from '../../i18n/format';
import { t } from '../../i18n/messages';
import type { Workshop } from '../../store/workshop';
import { announce } from '../../ui/announce';
import { offerUndo } from '../../ui/Undo';
import type { CardId, CardRecord, ClusterId, ClusterRecord, NewText } from '../../wire/wire.g';
import { behind, bringBack, toEnd } from './moves';
import type { Place, Sorting } from './sorting';

/** What can be done with the cards and clusters of a page. Each act shows at once, is spoken of, and most can be taken back for a while. */
export class Sorter {
  readonly #workshop: Workshop;
  readonly #sorting: Sorting;

  constructor(workshop: Workshop, sorting: Sorting) {
    this.#workshop = workshop;
    this.#sorting = sorting;
  }

  /** Puts cards at the end of a cluster, or back among the unsorted ones; those that are there already stay as they are. */
  place(cards: readonly CardId[], to: Place): void {
    const moved = cards.filter((card) => this.#sorting.placeOf(card) !== to);
    this.#sorting.clear();
    if (moved.length === 0) return;
    const before = this.#listsOf(moved);
    this.#workshop.send(toEnd(this.#sorting.activity, moved, to));
    offerUndo(this.#placedWords(moved, to), t('ctl.undo'), () => this.#bringBack(moved, to, before));
  }

  /** Moves a card of a cluster one up (-1) or down (1). */
  nudge(card: CardId, by: -1 | 1): void {
    const cluster = this.#sorting.placeOf(card);
    if (cluster === undefined) return;
    const list = this.#sorting.cardsIn(cluster).peek();
    const from = list.indexOf(card);
    const place = from + by;
    if (from < 0 || place < 0 || place >= list.length) return;
    const others = list.filter((other) => other !== card);
    const before = new Map<Place, readonly CardId[]>([[cluster, list]]);
    for (const command of behind(this.#sorting.activity, [card], cluster, others[place - 1], others)) this.#workshop.send(command);
    const words = t('sort.in-group', { ...this.#named(card, cluster), place: place + 1, count: list.length });
    offerUndo(words, t('ctl.undo'), () => this.#bringBack([card], cluster, before));
  }

  /** Sets cards aside for later. */
  park(cards: readonly CardId[]): void {
    this.#sorting.clear();
    for (const card of cards) this.#workshop.send({ type: 'parkCard', card });
    offerUndo(t('sort.parked', { count: cards.length }), t('ctl.undo'), () => {
      for (const card of cards) if (this.#card(card)?.status === 'parked') this.#workshop.send({ type: 'restoreCard', card });
    });
  }

  /** Makes a cluster behind the others, with these cards in it. */
  create(name: NewText, cards: readonly CardId[]): void {
    const { activity } = this.#sorting;
    const before = this.#listsOf(cards);
    this.#sorting.clear();
    const cluster = this.#workshop.send({
      type: 'createCluster',
      activity,
      name,
      ...(cards.length ? { cards } : {}),
    }) as string as ClusterId;
    const words = t('sort.created', { group: this.#nameOf(cluster), count: cards.length });
    offerUndo(words, t('ctl.undo'), () => {
      this.#bringBack(cards, cluster, before);
      this.#workshop.send({ type: 'removeCluster', cluster });
    });
  }

  /** Names a cluster anew. */
  rename(cluster: ClusterId, name: NewText): void {
    this.#workshop.send({ type: 'renameCluster', cluster, name });
  }

  /** Moves a cluster one place to the front (-1) or to the back (1). */
  order(cluster: ClusterId, by: -1 | 1): void {
    const list = this.#sorting.clusters.peek();
    const from = list.indexOf(cluster);
    const place = from + by;
    if (from < 0 || place < 0 || place >= list.length) return;
    const others = list.filter((other) => other !== cluster);
    this.#moveCluster(cluster, others[place - 1]);
    const words = t('sort.group-at', { group: this.#nameOf(cluster), place: place + 1, count: list.length });
    offerUndo(words, t('ctl.undo'), () => this.#moveCluster(cluster, others[from - 1]));
  }

  /** Dissolves a cluster; its cards are unsorted then. */
  dissolve(cluster: ClusterId): void {
    this.#workshop.send({ type: 'removeCluster', cluster });
  }

  #moveCluster(cluster: ClusterId, after: ClusterId | undefined): void {
    this.#workshop.send({ type: 'moveCluster', cluster, ...(after === undefined ? {} : { after }) });
  }

  /** Of the cards that were put there, those that nobody has moved since go back. */
  #bringBack(cards: readonly CardId[], from: Place, before: ReadonlyMap<Place, readonly CardId[]>): void {
    const still = cards.filter((card) => this.#sorting.placeOf(card) === from);
    if (still.length < cards.length) announce(t('sort.moved-meanwhile', { count: cards.length - still.length }));
    const commands = bringBack(this.#sorting.activity, new Set(still), before, (cluster) => this.#sorting.cardsIn(cluster).peek());
    for (const command of commands) this.#workshop.send(command);
  }

  /** The lists that hold these cards, as they are now. */
  #listsOf(cards: readonly CardId[]): ReadonlyMap<Place, readonly CardId[]> {
    return new Map(cards.map((card) => this.#sorting.placeOf(card)).map((place) => [place, this.#sorting.cardsIn(place).peek()]));
  }

  #placedWords(cards: readonly CardId[], to: Place): string {
    const [card] = cards;
    if (to === undefined) {
      return cards.length === 1
        ? t('sort.unsorted-one', { card: this.#card(card!)?.number ?? '' })
        : t('sort.unsorted-many', { count: cards.length });
    }
    const count = this.#sorting.cardsIn(to).peek().length;
    if (cards.length === 1) return t('sort.in-group', { ...this.#named(card!, to), place: count, count });
    return t('sort.moved', { count: cards.length, group: this.#nameOf(to) });
  }

  #named(card: CardId, cluster: ClusterId): { readonly card: string; readonly group: string } {
    return { card: this.#card(card)?.number ?? '', group: this.#nameOf(cluster) };
  }

  #card(card: CardId): CardRecord | undefined {
    return this.#workshop.store.peek(`card:${card}`);
  }

  #nameOf(cluster: ClusterId): string {
    const record = this.#workshop.store.peek<ClusterRecord>(`cluster:${cluster}`);
    return record ? isolated(wordingOf(record.name).text) : '';
  }
}
