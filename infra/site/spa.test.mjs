// The function is a plain script for CloudFront, without exports: it is run as one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

const context = vm.createContext({});
vm.runInContext(readFileSync(new URL('spa.js', import.meta.url), 'utf8'), context);
const asks = (uri) => context.handler({ request: { uri } }).uri;

test('every path of the pages gets their document', () => {
  for (const uri of ['/', '/profile', '/profile/', '/accounts/8f3k/roles', '/sign-in/problem']) {
    assert.equal(asks(uri), '/index.html', uri);
  }
});

test('a file stays itself, there or not', () => {
  for (const uri of ['/assets/index-4f2a.js', '/town/theme.css', '/sw.js', '/api/openapi.json', '/a.b/c.svg']) {
    assert.equal(asks(uri), uri);
  }
});

test('a dot in a folder makes no file of what is in it', () => {
  assert.equal(asks('/a.b/c'), '/index.html');
});
