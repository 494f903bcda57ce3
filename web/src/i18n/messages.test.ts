import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import ar from './ar.json';
import en from './en.json';
import { clock, code, day, hour, list, number, reason, wordingOf } from './format';
import { directionOf, languageOf, languages, ownName } from './languages';
import { speak, t } from './messages';
import ru from './ru.json';

beforeEach(() => speak('en', en));

test('there is a catalogue for every language, and none else', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
  expect(files.sort()).toEqual(languages.map((language) => `${language.code}.json`).sort());
});

test('Arabic runs from right to left, the others from left to right', () => {
  expect(languages.filter(({ direction }) => direction === 'rtl').map(({ code }) => code)).toEqual(['ar']);
  expect(directionOf('ar-EG')).toBe('rtl');
  expect(directionOf('arn')).toBe('ltr');
  expect(directionOf('kk')).toBe('ltr');
});

test('a regional tag finds its family; an unknown one has no language but a name', () => {
  expect(languageOf('ru-KZ')?.code).toBe('ru');
  expect(languageOf('de')).toBeUndefined();
  expect(ownName('de')).toBe('Deutsch');
});

test('Arabic writes western digits, in messages, numbers and dates', () => {
  speak('ar', ar);
  const arabicDigits = /[٠-٩۰-۹]/;
  expect(t('wait.here', { count: 18 })).toContain('18');
  expect(number(1234)).not.toMatch(arabicDigits);
  expect(day('2012-01-25T04:00:00Z', 'Asia/Almaty')).toMatch(/25.*2012/);
  expect(day('2012-01-25T04:00:00Z', 'Asia/Almaty')).not.toMatch(arabicDigits);
});

test('plural forms follow the language', () => {
  speak('ru', ru);
  expect([1, 2, 5, 21].map((count) => t('wait.here', { count }))).toEqual([
    '1 человек уже здесь',
    '2 человека уже здесь',
    '5 человек уже здесь',
    '21 человек уже здесь',
  ]);
});

test('a refusal is worded in the reader’s language, its numbers counted; an unknown one still says what to do', () => {
  expect(reason({ code: 'voting.over-budget', args: { dots: '1', budget: '3' }, retry: false })).toMatch(
    /^1 dot is placed; the vote allows 3/,
  );
  expect(reason({ code: 'made-up.code', args: {}, retry: false })).toBe(t('server.refused'));
});

test('a day and an hour are the workshop’s, also where its zone is a fixed offset', () => {
  expect(day('2012-01-24T20:00:00Z', 'Asia/Almaty')).toBe('25 January 2012');
  expect(hour('2012-01-24T20:00:00Z', '+06:00')).toBe('02:00');
});

test('clocks, codes and lists as people read them', () => {
  expect([clock(700_000), clock(3_723_000), clock(-5)]).toEqual(['11:40', '1:02:03', '0:00']);
  expect(code('482615370')).toBe('482 615 370');
  expect(list(['a', 'b', 'c'])).toBe('a, b and c');
});

test('a text is shown in the reader’s language if it has it, else as it was written', () => {
  const text = {
    original: 'ru',
    version: 1,
    versions: { ru: { text: 'идея', kind: 'original', ofVersion: 1 }, en: { text: 'idea', kind: 'machine', ofVersion: 1 } },
  } as const;
  expect(wordingOf(text)).toEqual({ text: 'idea', lang: 'en' });
  expect(wordingOf(text, 'kk')).toEqual({ text: 'идея', lang: 'ru' });
});

test('French keeps its signs on the line, Russian its quotation marks', () => {
  const read = (tag: string): [string, string][] =>
    Object.entries(JSON.parse(readFileSync(join(import.meta.dirname, `${tag}.json`), 'utf8')) as Record<string, string>);
  expect(read('fr').filter(([, words]) => / [:;?!»]|« /.test(words))).toEqual([]);
  expect(read('ru').filter(([, words]) => /"|“/.test(words.replace(/„[^“]*“/g, '')))).toEqual([]);
});
