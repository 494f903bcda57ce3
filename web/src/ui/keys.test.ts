import { expect, test } from 'vitest';
import { isKey } from './keys';

const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...more }) as KeyboardEvent;

test('a letter is a letter, capital or not, wherever it lies', () => {
  expect(isKey(press('m', 'KeyM'), 'm')).toBe(true);
  expect(isKey(press('M', 'Semicolon'), 'm')).toBe(true);
  expect(isKey(press('z', 'KeyY', { metaKey: true }), 'z', true)).toBe(true);
});

test('on a keyboard of another script, the place of the key counts', () => {
  expect(isKey(press('ь', 'KeyM'), 'm')).toBe(true);
  expect(isKey(press('я', 'KeyZ', { ctrlKey: true }), 'z', true)).toBe(true);
  expect(isKey(press('.', 'Slash'), '/')).toBe(true);
  expect(isKey(press('ة', 'KeyM'), 'm')).toBe(true);
});

test('another Latin letter on that place is another key', () => {
  expect(isKey(press(',', 'KeyM'), 'm')).toBe(false);
  expect(isKey(press('y', 'KeyZ', { ctrlKey: true }), 'z', true)).toBe(false);
});

test('with Ctrl and without are two keys, and Alt makes another', () => {
  expect(isKey(press('m', 'KeyM', { ctrlKey: true }), 'm')).toBe(false);
  expect(isKey(press('z', 'KeyZ'), 'z', true)).toBe(false);
  expect(isKey(press('m', 'KeyM', { altKey: true }), 'm')).toBe(false);
});
