import { expect, test } from 'vitest';
import { type Draft, describe, emptyDraft } from './description';

const draft = (change: Partial<Draft>): Draft => ({
  ...emptyDraft('ru', 'Asia/Almaty'),
  words: { ru: 'Семинар' },
  groups: [{ key: '1', words: { ru: 'Таможня', en: 'Customs' }, votes: true }],
  ...change,
});

test('the main language comes first, and the words of the others go along', () => {
  const sent = describe(draft({ languages: ['ru', 'kk', 'en'], main: 'kk', words: { ru: 'Семинар', kk: 'Семинар', en: '  ' } }));
  expect(sent).toMatchObject({
    description: { languages: ['kk', 'ru', 'en'], title: { original: 'kk', words: { ru: 'Семинар', kk: 'Семинар' } } },
  });
});

test('a title in another language than the main one is an original all the same', () => {
  expect(describe(draft({ main: 'kk', languages: ['kk', 'ru'] }))).toMatchObject({ description: { title: { original: 'ru' } } });
});

test('new groups get ids that can be read where their names have Latin letters, and none twice; old ones keep theirs', () => {
  const groups = [
    { key: '1', words: { ru: 'Таможня', en: 'Customs & border' }, votes: true },
    { key: '2', words: { fr: 'Société civile' }, votes: true },
    { key: '3', words: { ru: 'Бизнес' }, votes: true },
    { key: '4', words: { ru: 'Доноры' }, votes: false },
    { key: '5', id: 'group-1' as never, words: { ru: 'Давняя' }, votes: true },
    { key: '6', words: { en: 'Customs, border' }, votes: true },
  ];
  const sent = describe(draft({ groups }));
  expect('description' in sent && sent.description.groups.map(({ id }) => id)).toEqual([
    'customs-border',
    'societe-civile',
    'group-2',
    'group-3',
    'group-1',
    'customs-border-2',
  ]);
});

test('what is missing is named, all at once', () => {
  const sent = describe(draft({ words: {}, languages: [], groups: [{ key: 'g', words: { ru: ' ' }, votes: true }] }));
  expect(sent).toEqual({ gaps: { title: true, languages: true, groups: ['g'] } });
});
