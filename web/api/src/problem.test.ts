import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readProblem, unexpectedCode } from './problem.ts';

const words = { title: 'Er ging iets mis', detail: 'Probeer opnieuw.' };

test('a problem document is taken as it is (P-50)', () => {
  const problem = readProblem(409, { type: '/problems/consent-text-changed', title: 'T', status: 409, code: 'consent-text-changed', detail: 'D', requestId: 'r1' }, words, 'r0');
  assert.equal(problem.code, 'consent-text-changed');
  assert.equal(problem.detail, 'D');
  assert.equal(problem.requestId, 'r1');
  assert.equal(problem.status, 409);
  assert.deepEqual(problem.fieldErrors, []);
});

test('one field and several fields read the same', () => {
  const one = readProblem(422, { code: 'not-valid', title: 'T', detail: 'D', field: 'address' }, words, undefined);
  assert.deepEqual(one.fieldErrors, [{ field: 'address', code: 'not-valid', detail: 'D' }]);
  const errors = [{ field: 'a', code: 'x', detail: 'A' }, { field: 'b', code: 'y', detail: 'B' }];
  assert.deepEqual(readProblem(422, { code: 'c', title: 'T', detail: 'D', errors }, words, undefined).fieldErrors, errors);
});

test('what is no problem document gets our own words and keeps the reference', () => {
  for (const body of [undefined, null, '<html>502</html>', {}, { code: 7 }]) {
    const problem = readProblem(502, body, words, 'r0');
    assert.equal(problem.code, unexpectedCode);
    assert.equal(problem.detail, 'Probeer opnieuw.');
    assert.equal(problem.requestId, 'r0');
  }
});
