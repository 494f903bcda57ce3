import { expect, test } from 'vitest';
import { RecordStore } from '../../store/recordStore';
import type { ActivityId, CardId, CardRecord, ClusterId, ClusterRecord, PersonRecord, PlacementRecord, Rec } from '../../wire/wire.g';
import { Sorting } from './sorting';

const activity = 'clustering' as ActivityId;
const board = 'board' as ActivityId;
const card = (letter: string): CardId => letter as CardId;
const cluster = (name: string): ClusterId => name as ClusterId;

const cardRecord = (id: string, words = id, status: CardRecord['status'] = 'active'): CardRecord => ({
  type: 'card',
  id: `card:${id}`,
  card: card(id),
  activity: board,
  number: `C0${id}`,
  rank: id,
  text: { original: 'ru', version: 1, versions: { ru: { text: words, kind: 'original', ofVersion: 1 } } },
  author: 'p' as CardRecord['author'] & string,
  status,
});
const clusterRecord = (id: string): ClusterRecord => ({
  type: 'cluster',
  id: `cluster:${id}`,
  cluster: cluster(id),
  activity,
  number: id,
  name: { original: 'en', version: 1, versions: {} },
  rank: id,
  size: 0,
});
const placed = (id: string, where: string, rank = id): PlacementRecord => ({
  type: 'placement',
  id: `placed:${activity}/${id}`,
  activity,
  card: card(id),
  cluster: cluster(where),
  rank,
});

function page(cards: string, ...placements: readonly Rec[]) {
  const store = new RecordStore();
  const put = (...records: readonly Rec[]): void => store.apply('public/now', { put: records, drop: [] });
  put(...[...cards].map((id) => cardRecord(id)), clusterRecord('one'), clusterRecord('two'), ...placements);
  const sorting = new Sorting(store, activity, board);
  return { store, put, sorting, list: (place?: string) => sorting.cardsIn(place ? cluster(place) : undefined).value.join('') };
}

test('a card lies in its cluster in the order of its rank, or else among the unsorted ones in the order of the board', () => {
  const { put, list } = page('abcde', placed('c', 'one', '2'), placed('a', 'one', '3'));
  expect([list(), list('one'), list('two')]).toEqual(['bde', 'ca', '']);
  put(placed('a', 'two'));
  expect([list('one'), list('two')]).toEqual(['c', 'a']);
  put(placed('c', ''));
  expect([list(), list('one')]).toEqual(['bcde', '']);
});

test('what was set aside is in no list, nor selected any more', () => {
  const { put, sorting, list } = page('abc', placed('c', 'one'));
  sorting.toggle(card('a'));
  sorting.toggle(card('c'));
  put(cardRecord('a', 'a', 'parked'), cardRecord('c', 'c', 'hidden'));
  expect([list(), list('one')]).toEqual(['b', '']);
  expect(sorting.selected.value).toEqual([]);
});

test('cards are selected one by one, or from the last one to another of the same place', () => {
  const { sorting } = page('abcdef', placed('f', 'one'));
  sorting.toggle(card('b'));
  sorting.selectTo(card('d'));
  expect(sorting.selected.value).toEqual(['b', 'c', 'd']);
  sorting.toggle(card('c'));
  expect(sorting.selected.value).toEqual(['b', 'd']);
  // The last one lies elsewhere: there is nothing between them.
  sorting.selectTo(card('f'));
  expect(sorting.selected.value).toEqual(['b', 'd', 'f']);
  sorting.clear();
  expect(sorting.selected.value).toEqual([]);
});

test('a search finds words in any language, numbers and authors, however they are written', () => {
  const { store, put, sorting } = page('abc', placed('c', 'one'));
  put(cardRecord('a', 'Расширить «Хоргос»'), { type: 'person', id: 'person:p', name: 'Олег Пак' } as unknown as PersonRecord);
  const found = (query: string): string => {
    sorting.query.value = query;
    return [...sorting.foundIn(undefined).value, ...sorting.foundIn(cluster('one')).value].join('');
  };
  expect(found('хоргос')).toBe('a');
  expect(found(' c0B ')).toBe('b');
  expect(found('пак')).toBe('abc');
  expect(found('nothing like it')).toBe('');
  expect(sorting.found.value).toBe(0);
  expect(found('  ')).toBe('abc');
  expect(sorting.found.value).toBeUndefined();
  expect(store.peek('card:a')).toBeDefined();
});

test('a large cluster is folded, unless it is opened or something is searched for', () => {
  const cards = 'abcdefg';
  const { sorting } = page(cards, ...[...cards].map((id) => placed(id, 'one')));
  const drawn = (): string => sorting.drawnIn(cluster('one')).value.join('');
  expect(drawn()).toBe('abc');
  sorting.fold(cluster('one'), true);
  expect(drawn()).toBe(cards);
  sorting.fold(cluster('one'), false);
  sorting.query.value = 'c0';
  expect(drawn()).toBe(cards);
});

test('Tab reaches the card that had the focus, or the one that has come in its stead', () => {
  const { put, sorting } = page('abc');
  const reachable = (): CardId | undefined => sorting.reachableIn(undefined).value;
  expect(reachable()).toBe('a');
  sorting.focused(card('b'));
  expect(reachable()).toBe('b');
  put(placed('b', 'one'));
  expect(reachable()).toBe('c');
  put(placed('c', 'one'));
  expect(reachable()).toBe('a');
});
