import { expect, test } from 'vitest';
import './foresight';
import { mergeOf, Overlay } from '../../store/overlay';
import { RecordStore } from '../../store/recordStore';
import type { CommandId } from '../../wire/ids';
import type { Entry } from '../../wire/outbox';
import type { ActivityId, CardId, CardRecord, Command, MeRecord, PersonId } from '../../wire/wire.g';

const board = 'b' as ActivityId;
const add: Command = { type: 'addCard', activity: board, text: 'first' };
const edit = (text: string, base = 1, card = 'c1'): Command => ({ type: 'editCard', card: card as CardId, text, base });
const withdraw: Command = { type: 'withdrawCard', card: 'c1' as CardId };
const unsent = (command: Command, id = 'c1') => ({ id: id as CommandId, command });

test('an edit of a card that was never sent changes the card that will be', () => {
  expect(mergeOf(unsent(add), edit('second'))).toEqual({ ...add, text: 'second' });
});

test('an edit leaves the unsent cards of others alone', () => {
  expect(mergeOf(unsent(add, 'c2'), edit('second'))).toBeUndefined();
});

test('two unsent edits are one, against the version that the first one saw', () => {
  expect(mergeOf(unsent(edit('second', 3), 'e1'), edit('third', 4))).toEqual(edit('third', 3));
});

test('a card that is withdrawn before it was sent never was', () => {
  expect(mergeOf(unsent(add), withdraw)).toBe('cancel');
});

test('withdrawing makes an unsent edit needless', () => {
  expect(mergeOf(unsent(edit('second'), 'e1'), withdraw)).toEqual(withdraw);
});

test('an unsent card that is moved is written in its new section', () => {
  const strength: Command = { ...add, section: 's' } as Command;
  const move: Command = { type: 'moveCard', card: 'c1' as CardId, section: 'w' };
  expect(mergeOf(unsent(strength), move)).toEqual({ ...strength, section: 'w' });
});

const saved: CardRecord = {
  type: 'card',
  id: 'card:c0',
  card: 'c0' as CardId,
  activity: board,
  number: 'C001',
  rank: 'i00000',
  text: { original: 'en', version: 1, versions: { en: { text: 'saved', kind: 'original', ofVersion: 1 } } },
  author: 'me' as PersonId,
  status: 'active',
};

function shown(...entries: Entry[]) {
  const store = new RecordStore();
  const me: MeRecord = {
    type: 'me',
    id: 'me',
    person: 'me' as PersonId,
    role: 'participant',
    language: 'en',
    votes: true,
    attendance: 'present',
  };
  store.replace('person:me/now', [me]);
  store.replace('public/activity:b', [saved]);
  const overlay = new Overlay(store);
  overlay.show(entries);
  return { store, overlay };
}

const entry = (command: Command, state: Entry['state'] = 'sending', id = 'c1'): Entry => ({ id: id as CommandId, command, state });

test('what one writes is shown at once, behind all others, as one’s own', () => {
  const { store, overlay } = shown(entry(add));
  expect(store.list('card').value).toEqual(['card:c0', 'card:c1']);
  expect(store.peek<CardRecord>('card:c1')?.author).toBe('me');
  expect(overlay.markOf('card:c1').value?.state).toBe('sending');
});

test('an edit is shown at once; one that was refused leaves the text as it is', () => {
  const words = (record: CardRecord | undefined) => record?.text.versions[record.text.original]?.text;
  const underway = shown(entry(edit('edited', 1, 'c0')));
  expect(words(underway.store.peek('card:c0'))).toBe('edited');
  const refused = shown(entry(edit('edited', 1, 'c0'), 'refused'));
  expect(words(refused.store.peek('card:c0'))).toBe('saved');
  expect(refused.overlay.markOf('card:c0').value?.state).toBe('refused');
});

test('a moved card stands directly behind its new neighbour', () => {
  const { store } = shown(entry({ type: 'addCard', activity: board, section: 's', text: 'x' }), {
    ...entry({ type: 'moveCard', card: 'c0' as CardId, section: 's', after: 'c1' as CardId }, 'sending', 'm1'),
  });
  expect(store.list('card', (card) => card.section === 's').value).toEqual(['card:c1', 'card:c0']);
});
