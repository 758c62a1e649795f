import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeFor } from './place.ts';

const window = { width: 360, height: 640 };
const panel = { width: 200, height: 150 };
const button = (left: number, top: number) => ({ left, right: left + 44, top, bottom: top + 44 });

test('below its button, with an edge in common', () => {
  assert.deepEqual(placeFor(button(300, 100), panel, window, 'end'), { top: 150, left: 144 });
  assert.deepEqual(placeFor(button(20, 100), panel, window, 'start'), { top: 150, left: 20 });
});

test('above where there is no room below', () => {
  assert.equal(placeFor(button(300, 590), panel, window, 'end').top, 434);
});

test('never outside the window', () => {
  assert.equal(placeFor(button(0, 100), panel, window, 'end').left, 8);
  assert.equal(placeFor(button(340, 100), panel, window, 'start').left, 152);
  assert.equal(placeFor(button(0, 20), { width: 200, height: 900 }, window, 'start').top, 8);
});
