import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerFor } from './strategy.ts';

const origin = 'https://town.example';
const files = ['/index.html', '/assets/index-1.js'];
const ask = (path: string, mode = 'cors', method = 'GET') => answerFor(method, mode, new URL(path, origin), origin, files);

test('pages, files and the town are kept, each in its own way', () => {
  assert.equal(ask('/profile', 'navigate'), 'page');
  assert.equal(ask('/assets/index-1.js'), 'file');
  assert.equal(ask('/town/town.json'), 'town');
});

test('nothing of the API is ever answered from what is kept (P-44)', () => {
  assert.equal(ask('/api/home'), 'network');
  assert.equal(ask('/api/sign-in/itsme', 'navigate'), 'network');
  assert.equal(ask('/.well-known/jwks.json'), 'network');
  assert.equal(ask('/profile', 'cors', 'POST'), 'network');
});

test('what the build does not know goes to the network', () => {
  assert.equal(ask('/assets/index-2.js'), 'network');
  assert.equal(ask('https://other.example/index.html'), 'network');
});
