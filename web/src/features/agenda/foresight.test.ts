import { expect, test } from 'vitest';
import { mergeOf, Overlay } from '../../store/overlay';
import { type RecOf, RecordStore } from '../../store/recordStore';
import type { CommandId } from '../../wire/ids';
import type { Entry } from '../../wire/outbox';
import type { ActivityId, ActivityRecord, ChangeActivity, Command, NewText } from '../../wire/wire.g';
import './foresight';

const title = (words: string): NewText => ({ original: 'en', words: { en: words } });

const step = (name: string, number: number): ActivityRecord => ({
  type: 'activity',
  id: `activity:${name}`,
  activity: name as ActivityId,
  number,
  title: { original: 'en', version: 1, versions: { en: { text: name, kind: 'original', ofVersion: 1 } } },
  minutes: 10,
  settings: { kind: 'brainstorm' },
  status: 'planned',
});

const underway = (command: Command): Entry => ({ id: '0' as CommandId, command, state: 'sending' });

/** The agenda as its facilitator sees it, with this command on its way. */
function agendaWith(command: Command): { readonly order: readonly string[]; readonly store: RecordStore } {
  const store = new RecordStore();
  const workshop: RecOf<'workshop'> = {
    type: 'workshop',
    id: 'workshop',
    title: step('w', 0).title,
    languages: ['en'],
    timeZone: 'UTC',
    groups: [],
    phase: 'open',
  };
  store.apply('public/now', { put: [workshop, step('ideas', 1), step('groups', 2), step('vote', 3)], drop: [] });
  new Overlay(store).show([underway(command)]);
  return { order: store.list('activity').value.map((id) => id.slice('activity:'.length)), store };
}

test('a step that moves is shown in its new place before the server has numbered the agenda anew', () => {
  expect(agendaWith({ type: 'moveActivity', activity: 'ideas' as ActivityId, after: 'groups' as ActivityId }).order).toEqual([
    'groups',
    'ideas',
    'vote',
  ]);
  expect(agendaWith({ type: 'moveActivity', activity: 'vote' as ActivityId }).order).toEqual(['vote', 'ideas', 'groups']);
});

test('a step that is added is shown behind the one that it follows', () => {
  const added: Command = {
    type: 'addActivity',
    title: title('plan'),
    minutes: 20,
    settings: { kind: 'plan' },
    after: 'vote' as ActivityId,
  };
  expect(agendaWith(added).order).toEqual(['ideas', 'groups', 'vote', '0']);
});

test('bringing the room to a step opens nothing', () => {
  const { store } = agendaWith({ type: 'showActivity', activity: 'groups' as ActivityId });
  expect(store.peek<RecOf<'workshop'>>('workshop')?.shown).toBe('groups');
  expect(store.peek<ActivityRecord>('activity:groups')?.status).toBe('planned');
});

test('whether a vote is open is not shown before the server has said so', () => {
  const { store } = agendaWith({ type: 'openVoting', activity: 'vote' as ActivityId });
  expect(store.peek<ActivityRecord>('activity:vote')?.status).toBe('planned');
});

test('of several unsent changes of a step the last one counts', () => {
  const change = (activity: string, minutes: number): ChangeActivity => ({
    type: 'changeActivity',
    activity: activity as ActivityId,
    title: title('x'),
    minutes,
    settings: { kind: 'brainstorm' },
  });
  const earlier = { id: '0' as CommandId, command: change('ideas', 15) };
  expect(mergeOf(earlier, change('ideas', 20))).toEqual(change('ideas', 20));
  expect(mergeOf(earlier, change('vote', 20))).toBeUndefined();
});
