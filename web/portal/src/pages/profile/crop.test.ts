import assert from 'node:assert/strict';
import { test } from 'node:test';
import { squareOf } from './crop.ts';

test('the largest square, moved along the longer side', () => {
  assert.deepEqual(squareOf(400, 300, 0), { x: 0, y: 0, side: 300 });
  assert.deepEqual(squareOf(400, 300, 1), { x: 100, y: 0, side: 300 });
  assert.deepEqual(squareOf(300, 400, 0.5), { x: 0, y: 50, side: 300 });
});

test('it never leaves the picture', () => {
  assert.deepEqual(squareOf(400, 300, 7), { x: 100, y: 0, side: 300 });
  assert.deepEqual(squareOf(400, 300, -1), { x: 0, y: 0, side: 300 });
});
