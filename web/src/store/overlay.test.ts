import { expect, test } from 'vitest';
import type { CommandId } from '../wire/ids';
import type { Entry } from '../wire/outbox';
import type { AddCard, CardRecord, EditCard } from '../wire/wire.g';
import { foresee, Overlay } from './overlay';
import { RecordStore } from './recordStore';

const record = (id: string, words: string): CardRecord =>
  ({
    type: 'card',
    id: `card:${id}`,
    card: id,
    rank: id,
    text: { original: 'en', version: 1, versions: { en: { text: words } } },
  }) as unknown as CardRecord;
const entry = (id: string, command: AddCard | EditCard, state: Entry['state'] = 'sending'): Entry => ({
  id: id as CommandId,
  command,
  state,
});
const add = (text: string): AddCard => ({ type: 'addCard', activity: 'a' as AddCard['activity'], text });
const edit = (card: string, text: string): EditCard => ({ type: 'editCard', card: card as EditCard['card'], text, base: 1 });

foresee('addCard', (command, id) => [record(id, command.text)]);
foresee('editCard', (command, _, look) => (look(`card:${command.card}`) ? [record(command.card, command.text)] : []));

function page() {
  const store = new RecordStore();
  const overlay = new Overlay(store);
  return { store, overlay, words: (id: string) => store.peek<CardRecord>(`card:${id}`)?.text.versions['en']?.text };
}

test('the effect of a command shows at once, with its mark, and later commands build on it', () => {
  const { overlay, words } = page();
  overlay.show([entry('1', add('one')), entry('2', edit('1', 'one, better'))]);
  expect(words('1')).toBe('one, better');
  expect(overlay.markOf('card:1').value?.state).toBe('sending');
});

test('when the command has arrived, what the views hold shows, without a mark', () => {
  const { store, overlay, words } = page();
  overlay.show([entry('1', add('one'))]);
  store.apply('public/now', { put: [record('1', 'as the server has it')], drop: [] });
  overlay.show([]);
  expect(words('1')).toBe('as the server has it');
  expect(overlay.markOf('card:1').value).toBeUndefined();
});

test('a refused edit shows what is there, a refused card stays, and both carry the reason', () => {
  const { store, overlay, words } = page();
  const rejection = { code: 'cards.too-long', args: {}, retry: false };
  store.apply('public/now', { put: [record('1', 'before')], drop: [] });
  overlay.show([
    { ...entry('2', edit('1', 'too long'), 'refused'), rejection },
    { ...entry('3', add('too long as well'), 'refused'), rejection },
  ]);
  expect(words('1')).toBe('before');
  expect(words('3')).toBe('too long as well');
  expect(overlay.markOf('card:1').value?.rejection?.code).toBe('cards.too-long');
  expect(overlay.markOf('card:3').value?.entries).toHaveLength(1);
});

test('a refused change that is given up leaves no mark', () => {
  const { store, overlay } = page();
  store.apply('public/now', { put: [record('1', 'before')], drop: [] });
  overlay.show([{ ...entry('2', edit('1', 'too long'), 'refused'), rejection: { code: 'cards.too-long', args: {}, retry: false } }]);
  overlay.show([]);
  expect(overlay.markOf('card:1').value).toBeUndefined();
});
