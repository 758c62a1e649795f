import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRoute, matchPath } from './match.ts';

test('a path matches whole or not at all', () => {
  assert.deepEqual(matchPath('/', '/'), {});
  assert.deepEqual(matchPath('/profile', '/profile/'), {});
  assert.equal(matchPath('/profile', '/profile/email'), undefined);
  assert.equal(matchPath('/profile/email', '/profile'), undefined);
});

test('a named part is given decoded, and as it is when it cannot be', () => {
  assert.deepEqual(matchPath('/staff/:id', '/staff/a%20b'), { id: 'a b' });
  assert.deepEqual(matchPath('/staff/:id', '/staff/%'), { id: '%' });
});

test('the first route wins', () => {
  const routes = [{ path: '/staff/new' }, { path: '/staff/:id' }];
  assert.equal(findRoute(routes, '/staff/new')?.route.path, '/staff/new');
  assert.equal(findRoute(routes, '/staff/7')?.params['id'], '7');
  assert.equal(findRoute(routes, '/elsewhere'), undefined);
});
