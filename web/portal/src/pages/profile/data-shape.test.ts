import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeOf, unwrapped } from './data-shape.ts';

test('each piece of data is shown as what it is', () => {
  assert.equal(shapeOf('createdAt', '2026-11-21T09:05:00Z'), 'moment');
  assert.equal(shapeOf('textVersion', '2026-11-01'), 'text');
  assert.equal(shapeOf('balanceCents', 0), 'money');
  assert.equal(shapeOf('url', '/api/profile/picture?of=picture-1'), 'picture');
  assert.equal(shapeOf('confirmed', false), 'yes-no');
  assert.equal(shapeOf('sessions', [1]), 'list');
  assert.equal(shapeOf('sessions', []), 'nothing');
  assert.equal(shapeOf('profile', {}), 'group');
  assert.equal(shapeOf('userName', undefined), 'nothing');
});

test('a lone amount is one value', () => {
  assert.deepEqual(unwrapped({ cents: 5 }), { cents: 5 });
  assert.equal(unwrapped({ cents: 5, at: 'x' }), undefined);
  assert.equal(unwrapped(5), undefined);
});
