import { expect, test } from 'vitest';
import type { ActivityId, ActivityRecord, ActivitySettings, ActivityStatus } from '../../wire/wire.g';
import { deckOf } from './deck';

const rule = { dots: 5, mostOnOne: 3, partial: true, tieBreak: [], select: 6, replaceable: true, smallGroup: 5 };

function step(name: string, kind: ActivitySettings['kind'], status: ActivityStatus = 'planned'): ActivityRecord {
  return {
    type: 'activity',
    id: `activity:${name}`,
    activity: name as ActivityId,
    number: 1,
    title: { original: 'en', version: 1, versions: { en: { text: name, kind: 'original', ofVersion: 1 } } },
    minutes: 10,
    settings: kind === 'vote' ? { kind, rule } : { kind },
    status,
  };
}

const at = (name: string) => ({ phase: 'open' as const, shown: name as ActivityId });

test('before the workshop is open, its agenda comes first, then its opening', () => {
  expect(deckOf({ phase: 'preparing' }, []).filled).toEqual({ does: 'set-up' });
  expect(deckOf({ phase: 'preparing' }, [step('ideas', 'brainstorm')]).filled).toEqual({ does: 'open-session' });
});

test('an open workshop that shows nothing starts with its first step', () => {
  const ideas = step('ideas', 'brainstorm');
  expect(deckOf({ phase: 'open' }, [ideas]).filled).toEqual({ does: 'start', step: ideas });
});

test('a vote is shown first and never started at one press', () => {
  const vote = step('vote', 'vote');
  expect(deckOf({ phase: 'open' }, [vote]).filled).toEqual({ does: 'go', step: vote });
  expect(deckOf(at('vote'), [vote]).filled).toEqual({ does: 'open-vote', step: vote });
});

test('a step is started, stopped, and left for the next one, in this order', () => {
  const sorting = step('sorting', 'clustering');
  const of = (status: ActivityStatus) => deckOf(at('ideas'), [step('ideas', 'brainstorm', status), sorting]).filled;
  expect(of('planned').does).toBe('start');
  expect(of('open').does).toBe('stop');
  expect(of('closed')).toEqual({ does: 'go', step: sorting });
});

test('what was stopped can be resumed, except a vote, which has a result instead', () => {
  const ideas = step('ideas', 'brainstorm', 'closed');
  const vote = step('vote', 'vote', 'closed');
  expect(deckOf(at('ideas'), [ideas, vote]).outlined).toEqual({ does: 'resume', step: ideas });
  expect(deckOf(at('vote'), [ideas, vote]).outlined).toEqual({ does: 'results', step: vote });
});

test('a step that is not wanted can be passed over without being opened', () => {
  const vote = step('vote', 'vote');
  expect(deckOf(at('ideas'), [step('ideas', 'brainstorm'), vote]).outlined).toEqual({ does: 'go', step: vote });
});

test('after the last step the workshop is closed', () => {
  expect(deckOf(at('plan'), [step('plan', 'plan', 'closed')]).filled).toEqual({ does: 'close-session' });
});

test('a closed workshop can be opened again', () => {
  expect(deckOf({ phase: 'closed' }, [step('ideas', 'brainstorm', 'closed')]).filled).toEqual({ does: 'open-session-again' });
});

test('steps that were left open are named', () => {
  const ideas = step('ideas', 'brainstorm', 'open');
  expect(deckOf(at('sorting'), [ideas, step('sorting', 'clustering')]).stillOpen).toEqual([ideas]);
});
