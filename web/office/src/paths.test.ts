import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOpen, signInPath } from './paths.ts';

test('only signing in stands open', () => {
  assert.ok(isOpen('/sign-in') && isOpen('/activate'));
  for (const path of ['/', '/staff', '/sign-in/else', '/activate/x']) assert.ok(!isOpen(path), path);
});

test('a sign-in remembers where one was', () => {
  assert.equal(signInPath('/sign-in', '/'), '/sign-in');
  assert.equal(signInPath('/sign-in', '/staff?text=an', 'ended'), '/sign-in?return=%2Fstaff%3Ftext%3Dan&why=ended');
});
