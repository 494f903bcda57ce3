import { effect } from '@preact/signals';
import { expect, test } from 'vitest';
import type { CardRecord, Rec } from '../wire/wire.g';
import { RecordStore } from './recordStore';

const card = (id: string, rank: string, words = id): CardRecord =>
  ({
    type: 'card',
    id: `card:${id}`,
    card: id,
    rank,
    text: { original: 'en', version: 1, versions: { en: { text: words } } },
  }) as unknown as CardRecord;

test('a record is looked up person, group, staff, public; a drop uncovers what lies below', () => {
  const store = new RecordStore();
  const cell = store.at<CardRecord>('card:a');
  store.apply('public/activity:1', { put: [card('a', 'm', 'public')], drop: [] });
  store.apply('person:p/activity:1', { put: [card('a', 'm', 'person')], drop: [] });
  store.apply('staff/activity:1', { put: [card('a', 'm', 'staff')], drop: [] });
  const words = (): string | undefined => cell.value?.text.versions['en']?.text;
  expect(words()).toBe('person');
  store.apply('person:p/activity:1', { put: [], drop: ['card:a'] });
  expect(words()).toBe('staff');
  store.discard('staff/activity:1');
  expect(words()).toBe('public');
  store.discard('public/activity:1');
  expect(words()).toBeUndefined();
});

test('a changed record draws its own readers anew and nobody else', () => {
  const store = new RecordStore();
  store.apply('public/now', { put: [card('a', '1'), card('b', '2')], drop: [] });
  const list = store.list('card');
  const drawn = { a: 0, b: 0, list: 0 };
  effect(() => {
    store.at('card:a').value;
    drawn.a++;
  });
  effect(() => {
    store.at('card:b').value;
    drawn.b++;
  });
  effect(() => {
    list.value;
    drawn.list++;
  });
  store.apply('public/now', { put: [card('b', '2', 'edited')], drop: [] });
  expect(drawn).toEqual({ a: 1, b: 2, list: 1 });
});

test('a list is in the order of rank, then id, by code unit, and follows moves', () => {
  const store = new RecordStore();
  store.apply('public/now', { put: [card('c', 'b'), card('b', 'b'), card('a', 'Z'), card('d', 'a')], drop: [] });
  const list = store.list('card');
  expect(list.value).toEqual(['card:a', 'card:d', 'card:b', 'card:c']);
  store.apply('public/now', { put: [card('a', 'c')], drop: ['card:d'] });
  expect(list.value).toEqual(['card:b', 'card:c', 'card:a']);
});

test('a whole view takes the place of what it held, and nobody sees half of it', () => {
  const store = new RecordStore();
  store.apply('public/now', { put: [card('a', '1'), card('b', '2')], drop: [] });
  const list = store.list('card');
  const seen: (readonly string[])[] = [];
  effect(() => void seen.push(list.value));
  store.replace('public/now', [card('b', '2'), card('c', '3')]);
  expect(seen).toEqual([
    ['card:a', 'card:b'],
    ['card:b', 'card:c'],
  ]);
});

test('a list of one type leaves the other types out', () => {
  const store = new RecordStore();
  const person = { type: 'person', id: 'person:p' } as unknown as Rec;
  store.apply('public/now', { put: [card('a', '1'), person], drop: [] });
  expect(store.list('person').value).toEqual(['person:p']);
});
