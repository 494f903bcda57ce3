import { expect, test, vi } from 'vitest';
import type { Answer } from '../wire/http';
import type { CardRecord, Frame, Snapshot } from '../wire/wire.g';
import { RecordStore } from './recordStore';
import { fateOf, Views } from './views';

const view = 'public/now';
const card = (id: string, words: string): CardRecord =>
  ({
    type: 'card',
    id: `card:${id}`,
    card: id,
    rank: id,
    text: { original: 'en', version: 1, versions: { en: { text: words } } },
  }) as unknown as CardRecord;
const frame = (prev: number, seq: number, ...put: CardRecord[]): Frame => ({ view, prev, seq, put, drop: [] });
const snapshot = (seq: number, records: CardRecord[], build = 'b1'): Answer<Snapshot> => ({
  ok: true,
  value: { build, view, seq, records },
});

test('the frame rule: old frames are ignored, fitting ones applied, a gap asks for the whole view', () => {
  expect(fateOf(frame(2, 4), 5)).toBe('ignore');
  expect(fateOf(frame(2, 5), 5)).toBe('ignore');
  expect(fateOf(frame(5, 6), 5)).toBe('apply');
  expect(fateOf(frame(3, 7), 5)).toBe('apply');
  expect(fateOf(frame(6, 7), 5)).toBe('resync');
});

/** The views of a page whose server answers when the test says so. */
function page() {
  const store = new RecordStore();
  const asked: (number | undefined)[] = [];
  const answers: ((answer: Answer<Snapshot>) => void)[] = [];
  const joins: { views: Readonly<Record<string, number>>; build: string }[] = [];
  let seen = 0;
  const views = new Views(store, {
    fetch: (_, at) => {
      asked.push(at);
      return new Promise((resolve) => answers.push(resolve));
    },
    join: async (wanted, build) => {
      joins.push({ views: wanted, build });
      return true;
    },
    seen: (seq) => {
      seen = seq;
    },
    soon: (run) => run(),
  });
  const words = (id: string): string | undefined => store.peek<CardRecord>(`card:${id}`)?.text.versions['en']?.text;
  return { store, views, asked, answers, joins, words, seen: () => seen };
}

test('a wanted view is fetched, then joined from where it stands, then follows its frames', async () => {
  const { views, answers, joins, words, seen } = page();
  views.want(view);
  expect(views.stateOf(view).value).toBe('loading');
  answers[0]!(snapshot(5, [card('a', 'one')]));
  await vi.waitFor(() => expect(joins).toEqual([{ views: { [view]: 5 }, build: 'b1' }]));
  expect(views.stateOf(view).value).toBe('here');
  views.frame(frame(5, 6, card('a', 'two')));
  expect(words('a')).toBe('two');
  views.frame(frame(4, 5, card('a', 'stale')));
  expect(words('a')).toBe('two');
  expect(seen()).toBe(6);
});

test('frames that come while a view is fetched are kept and applied by the rule', async () => {
  const { views, answers, words } = page();
  views.want(view);
  views.frame(frame(3, 4, card('a', 'four')));
  views.frame(frame(5, 6, card('a', 'six')));
  answers[0]!(snapshot(5, [card('a', 'five')]));
  await vi.waitFor(() => expect(words('a')).toBe('six'));
});

test('a missed frame makes it fetch the view anew, at least as new as the gap, and nothing is lost', async () => {
  const { views, asked, answers, words } = page();
  views.want(view);
  answers[0]!(snapshot(5, []));
  await vi.waitFor(() => expect(views.stateOf(view).value).toBe('here'));
  views.frame(frame(7, 8, card('b', 'eight')));
  expect(words('b')).toBeUndefined();
  expect(asked).toEqual([undefined, 7]);
  answers[1]!(snapshot(7, [card('a', 'seven')]));
  await vi.waitFor(() => expect(words('b')).toBe('eight'));
  expect(words('a')).toBe('seven');
});

test('another build makes it fetch all views anew', async () => {
  const { views, asked, answers, joins, words } = page();
  views.want(view);
  answers[0]!(snapshot(5, [card('a', 'old')]));
  await vi.waitFor(() => expect(joins).toHaveLength(1));
  views.joined({ build: 'b2', now: new Date().toISOString(), views: [view], refused: [] });
  expect(asked).toHaveLength(2);
  answers[1]!(snapshot(5, [card('a', 'new')], 'b2'));
  await vi.waitFor(() => expect(words('a')).toBe('new'));
  await vi.waitFor(() => expect(joins.at(-1)).toEqual({ views: { [view]: 5 }, build: 'b2' }));
});

test('a view that the connection may not have is forgotten at once', async () => {
  const { views, answers, joins, words } = page();
  views.want(view);
  answers[0]!(snapshot(5, [card('a', 'one')]));
  await vi.waitFor(() => expect(joins).toHaveLength(1));
  views.joined({ build: 'b1', now: new Date().toISOString(), views: [], refused: [view] });
  expect(words('a')).toBeUndefined();
  expect(views.stateOf(view).value).toBe('refused');
});

test('the answer to an earlier Join says nothing of a view that was asked for since', async () => {
  const { views, answers, joins } = page();
  const now = new Date().toISOString();
  views.want(view);
  answers[0]!(snapshot(5, []));
  await vi.waitFor(() => expect(joins).toHaveLength(1));
  views.want('public/plan');
  answers[1]!({ ok: true, value: { build: 'b1', view: 'public/plan', seq: 5, records: [] } });
  await vi.waitFor(() => expect(joins).toHaveLength(2));
  views.joined({ build: 'b1', now, views: [view], refused: [] });
  expect(views.stateOf('public/plan').value).toBe('here');
  views.joined({ build: 'b1', now, views: [view], refused: ['public/plan'] });
  expect(views.stateOf('public/plan').value).toBe('refused');
});

test('after a lost link every view is joined from where it stands', async () => {
  const { views, answers, joins } = page();
  views.want(view);
  answers[0]!(snapshot(5, []));
  await vi.waitFor(() => expect(joins).toHaveLength(1));
  views.frame(frame(5, 9));
  views.connected();
  await vi.waitFor(() => expect(joins.at(-1)).toEqual({ views: { [view]: 9 }, build: 'b1' }));
});

test('what is not in the log lies beside the view and survives its snapshot', async () => {
  const { store, views, answers } = page();
  views.want(view);
  views.ambient({ view, put: [{ type: 'here', id: 'here', people: 7 }], drop: [] });
  answers[0]!(snapshot(5, []));
  await vi.waitFor(() => expect(views.stateOf(view).value).toBe('here'));
  expect(store.peek('here')).toMatchObject({ people: 7 });
});
