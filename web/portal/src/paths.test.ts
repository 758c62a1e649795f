import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasMenu, isPublic } from './paths.ts';

test('anybody may see the public pages and pages that do not exist', () => {
  for (const path of ['/sign-in', '/sign-in/problem', '/signed-out', '/privacy', '/accessibility', '/zones', '/nowhere']) assert.ok(isPublic(path), path);
});

test('a resident’s pages ask who it is', () => {
  for (const path of ['/', '/consent', '/profile', '/profile/data', '/wallet', '/wallet/refund', '/top-up', '/top-up/abc', '/parking', '/parking/sessions/abc']) assert.ok(!isPublic(path), path);
});

test('consent has no menu yet', () => {
  assert.ok(!hasMenu('/consent'));
  assert.ok(hasMenu('/'));
});
