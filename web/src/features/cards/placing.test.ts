import { expect, test } from 'vitest';
import { type Board, cardAt, neighbour, type Place, placeOf, type Sizes, sizesOf, stepFrom, wayOf } from './placing';

const sizes: Sizes = { s: 3, w: 1, o: 0, t: 2 };
const place = (section: Place['section'], at: number): Place => ({ section, at });
const board: Board = { s: ['s1', 's2', 's3'], w: ['w1'], o: [], t: ['t1', 't2'] };

test('up and down go through a section, then into the one above or below', () => {
  expect(stepFrom(place('s', 2), 'up', sizes)).toEqual(place('s', 1));
  expect(stepFrom(place('t', 0), 'up', sizes)).toEqual(place('w', 1));
  expect(stepFrom(place('s', 2), 'down', sizes)).toEqual(place('s', 3));
  expect(stepFrom(place('s', 3), 'down', sizes)).toEqual(place('o', 0));
});

test('sideways a card keeps its height, as far as the other section reaches', () => {
  expect(stepFrom(place('s', 3), 'forward', sizes)).toEqual(place('w', 1));
  expect(stepFrom(place('t', 1), 'back', sizes)).toEqual(place('o', 0));
});

test('at the edge of the board a card stays where it is', () => {
  expect(stepFrom(place('s', 0), 'up', sizes)).toEqual(place('s', 0));
  expect(stepFrom(place('w', 1), 'forward', sizes)).toEqual(place('w', 1));
  expect(stepFrom(place('t', 2), 'down', sizes)).toEqual(place('t', 2));
});

test('in a page from right to left the arrows go with the reading', () => {
  expect(wayOf('ArrowRight', 'ltr')).toBe('forward');
  expect(wayOf('ArrowLeft', 'ltr')).toBe('back');
  expect(wayOf('ArrowLeft', 'rtl')).toBe('forward');
  expect(wayOf('ArrowDown', 'rtl')).toBe('down');
  expect(wayOf('a', 'ltr')).toBeUndefined();
});

test('places are counted without the card that is held', () => {
  expect(placeOf(board, 's2')).toEqual(place('s', 1));
  expect(placeOf(board, 'elsewhere')).toBeUndefined();
  expect(sizesOf(board, 's2')).toEqual({ s: 2, w: 1, o: 0, t: 2 });
  expect(cardAt(board, 's', 1, 's2')).toBe('s3');
  expect(cardAt(board, 's', -1, 's2')).toBeUndefined();
});

test('the focus goes from card to card, and not into an empty section', () => {
  expect(neighbour(board, 's1', 'down')).toBe('s2');
  expect(neighbour(board, 's2', 'forward')).toBe('w1');
  expect(neighbour(board, 'w1', 'down')).toBe('t1');
  expect(neighbour(board, 't1', 'up')).toBe('w1');
  expect(neighbour(board, 's3', 'down')).toBeUndefined();
});
