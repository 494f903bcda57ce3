import { expect, test } from 'vitest';
import { Overlay } from '../../store/overlay';
import { RecordStore } from '../../store/recordStore';
import type { CommandId } from '../../wire/ids';
import type { Entry } from '../../wire/outbox';
import type { ActivityId, CardId, CardRecord, ClusterId, Command, PlacementRecord, Rec } from '../../wire/wire.g';
import { Sorting } from './sorting';
import './foresight';

const activity = 'clustering' as ActivityId;
const board = 'board' as ActivityId;
const ids = (letters: string): CardId[] => [...letters] as CardId[];

const cardRecord = (id: string): CardRecord =>
  ({ type: 'card', id: `card:${id}`, card: id, activity: board, rank: id, status: 'active' }) as unknown as CardRecord;
const clusterRecord = (id: string): Rec =>
  ({ type: 'cluster', id: `cluster:${id}`, cluster: id, activity, rank: id, name: { original: 'en', version: 1, versions: {} } }) as Rec;
const placed = (id: string, cluster: string): PlacementRecord => ({
  type: 'placement',
  id: `placed:${activity}/${id}`,
  activity,
  card: id as CardId,
  cluster: cluster as ClusterId,
  rank: id,
});

function page(...records: readonly Rec[]) {
  const store = new RecordStore();
  store.apply('public/now', { put: [...ids('abcdef').map(cardRecord), clusterRecord('one'), clusterRecord('two'), ...records], drop: [] });
  const overlay = new Overlay(store);
  const sorting = new Sorting(store, activity, board);
  const send = (command: Command, state: Entry['state'] = 'sending', id = '9'): void =>
    overlay.show([{ id: id as CommandId, command, state }]);
  const list = (place?: string): string => sorting.cardsIn(place as ClusterId | undefined).value.join('');
  return { overlay, send, list, sorting };
}

const place = (cards: string, cluster?: string, after?: string): Command => ({
  type: 'placeCards',
  activity,
  cards: ids(cards),
  ...(cluster ? { cluster: cluster as ClusterId } : {}),
  ...(after ? { after: after as CardId } : {}),
});

test('placed cards stand at the end of the cluster at once, in their order', () => {
  const { send, list } = page(placed('e', 'one'));
  send(place('ca', 'one'));
  expect([list(), list('one')]).toEqual(['bdf', 'eca']);
});

test('behind a neighbour they stand before what followed it', () => {
  const { send, list } = page(placed('a', 'one'), placed('b', 'one'));
  send(place('dc', 'one', 'a'));
  expect(list('one')).toBe('adcb');
});

test('cards that are taken out are unsorted at once', () => {
  const { send, list } = page(placed('a', 'one'), placed('b', 'one'));
  send(place('a'));
  expect([list(), list('one')]).toEqual(['acdef', 'b']);
});

test('a move that was not accepted shows every card where it was, with its mark', () => {
  const { overlay, send, list } = page(placed('a', 'one'));
  send(place('ab', 'two'), 'refused');
  expect([list(), list('one'), list('two')]).toEqual(['bcdef', 'a', '']);
  expect(overlay.markOf(`placed:${activity}/b`).value?.state).toBe('refused');
});

test('a new cluster shows at once with its cards; not accepted, it stays with its name, and the cards go back', () => {
  const { send, list, sorting } = page(placed('a', 'one'));
  const create: Command = { type: 'createCluster', activity, name: { original: 'en', words: { en: 'New' } }, cards: ids('ba') };
  send(create, 'sending', 'new');
  expect(sorting.clusters.value).toEqual(['one', 'two', 'new']);
  expect([list('new'), list('one')]).toEqual(['ba', '']);
  send(create, 'refused', 'new');
  expect(sorting.clusters.value).toEqual(['one', 'two', 'new']);
  expect([list(), list('one'), list('new')]).toEqual(['bcdef', 'a', '']);
});

test('a cluster moves to the front, or behind another, at once', () => {
  const { send, sorting } = page(clusterRecord('three'));
  send({ type: 'moveCluster', cluster: 'two' as ClusterId });
  expect(sorting.clusters.value).toEqual(['two', 'one', 'three']);
  send({ type: 'moveCluster', cluster: 'one' as ClusterId, after: 'three' as ClusterId });
  expect(sorting.clusters.value).toEqual(['three', 'one', 'two']);
});
