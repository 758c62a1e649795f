import assert from 'node:assert/strict';
import { test } from 'node:test';
import { postal } from './postal.ts';

test('an address stands on one line, with its box if it has one', () => {
  const address = { street: 'Kaaistraat', number: '12', postcode: '9999', town: 'Noorderhaven' };
  assert.equal(postal(address), 'Kaaistraat 12, 9999\u00a0Noorderhaven');
  assert.equal(postal({ ...address, box: '3' }), 'Kaaistraat 12 bus 3, 9999\u00a0Noorderhaven');
});
