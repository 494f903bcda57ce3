import { expect, test } from 'vitest';
import { isCtrl, isPlain } from './keys';

const press = (key: string, code: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({ key, code, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more }) as KeyboardEvent;

test('a letter is a letter, capital or not, wherever it lies', () => {
  expect(isPlain(press('m', 'KeyM'), 'm')).toBe(true);
  expect(isPlain(press('M', 'Semicolon'), 'm')).toBe(true);
  expect(isCtrl(press('z', 'KeyY', { metaKey: true }), 'z')).toBe(true);
});

test('on a keyboard of another script, the place of the key counts', () => {
  expect(isPlain(press('ь', 'KeyM'), 'm')).toBe(true);
  expect(isCtrl(press('я', 'KeyZ', { ctrlKey: true }), 'z')).toBe(true);
  expect(isPlain(press('.', 'Slash'), '/')).toBe(true);
  expect(isPlain(press('ة', 'KeyM'), 'm')).toBe(true);
});

test('another Latin letter on that place is another key', () => {
  expect(isPlain(press(',', 'KeyM'), 'm')).toBe(false);
  expect(isCtrl(press('y', 'KeyZ', { ctrlKey: true }), 'z')).toBe(false);
});

test('with Ctrl and without are two keys, Alt makes another, and a key that is held down counts once', () => {
  expect(isPlain(press('m', 'KeyM', { repeat: true }), 'm')).toBe(false);
  expect(isPlain(press('m', 'KeyM', { ctrlKey: true }), 'm')).toBe(false);
  expect(isCtrl(press('z', 'KeyZ'), 'z')).toBe(false);
  expect(isPlain(press('m', 'KeyM', { altKey: true }), 'm')).toBe(false);
});
