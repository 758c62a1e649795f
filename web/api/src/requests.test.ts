import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recentRequests, rememberRequest } from './requests.ts';

test('the latest twenty are known, each once', () => {
  rememberRequest(undefined);
  for (let count = 1; count <= 25; count += 1) rememberRequest(`r${count}`);
  rememberRequest('r25');
  assert.equal(recentRequests().length, 20);
  assert.equal(recentRequests()[0], 'r6');
  assert.equal(recentRequests().at(-1), 'r25');
});
