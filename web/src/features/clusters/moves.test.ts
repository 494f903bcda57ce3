import { expect, test } from 'vitest';
import type { ActivityId, CardId, ClusterId, PlaceCards } from '../../wire/wire.g';
import { behind, bringBack, toEnd } from './moves';
import type { Place } from './sorting';

const activity = 'a' as ActivityId;
const ids = (letters: string): CardId[] => [...letters] as CardId[];
const cluster = (name: string): ClusterId => name as ClusterId;

/** What the server makes of placements: without a neighbour, or with one that is not there, the cards go to the end. */
class Clusters {
  readonly lists = new Map<Place, CardId[]>();

  constructor(lists: Readonly<Record<string, string>>) {
    for (const [name, cards] of Object.entries(lists)) this.lists.set(name === 'unsorted' ? undefined : cluster(name), ids(cards));
  }

  of(place: Place): CardId[] {
    return this.lists.get(place) ?? [];
  }

  apply(commands: readonly PlaceCards[]): this {
    for (const { cards, cluster: to, after } of commands) {
      for (const [place, list] of this.lists) {
        this.lists.set(
          place,
          list.filter((card) => !cards.includes(card)),
        );
      }
      const list = this.of(to);
      const at = after && list.includes(after) ? list.indexOf(after) + 1 : list.length;
      this.lists.set(to, list.toSpliced(at, 0, ...cards));
    }
    return this;
  }

  get words(): Record<string, string> {
    return Object.fromEntries([...this.lists].map(([place, list]) => [place ?? 'unsorted', list.join('')]));
  }
}

test('cards go behind another one, or in front of all', () => {
  const clusters = new Clusters({ one: 'abcd' });
  expect(clusters.apply(behind(activity, ids('d'), cluster('one'), 'a' as CardId, ids('abc'))).words).toEqual({ one: 'adbc' });
  expect(clusters.apply(behind(activity, ids('cb'), cluster('one'), undefined, ids('ad'))).words).toEqual({ one: 'cbad' });
});

test('the front of an empty cluster is its end', () => {
  const clusters = new Clusters({ one: '', unsorted: 'ab' });
  expect(clusters.apply(behind(activity, ids('a'), cluster('one'), undefined, [])).words).toEqual({ one: 'a', unsorted: 'b' });
});

test('a move of cards from several places is taken back to where each was', () => {
  const start = { one: 'abcdef', two: 'ghi', unsorted: 'xyz', three: '' };
  const clusters = new Clusters(start);
  const before = new Map(clusters.lists);
  const moved = ids('acdfgyz');
  clusters.apply([toEnd(activity, moved, cluster('three'))]);
  expect(clusters.words).toEqual({ one: 'be', two: 'hi', unsorted: 'x', three: 'acdfgyz' });
  clusters.apply(bringBack(activity, new Set(moved), before, (place) => clusters.of(place)));
  expect(clusters.words).toEqual({ ...start });
});

test('taking back finds a place beside what has changed since', () => {
  const clusters = new Clusters({ one: 'abcd', two: '' });
  const before = new Map(clusters.lists);
  clusters.apply([toEnd(activity, ids('c'), cluster('two'))]);
  // Meanwhile somebody else has moved the card that was in front of it.
  clusters.apply([toEnd(activity, ids('b'), cluster('two'))]);
  clusters.apply(bringBack(activity, new Set(ids('c')), before, (place) => clusters.of(place)));
  expect(clusters.words).toEqual({ one: 'acd', two: 'b' });
});

test('nothing is brought back where nothing is left to bring', () => {
  expect(bringBack(activity, new Set(), new Map([[cluster('one'), ids('ab')]]), () => ids('ab'))).toEqual([]);
});
