import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, clientOver } from './send.ts';

const answering = (body: string | null, status = 200) => {
  const seen: { path: string; init: RequestInit & { headers: Headers } }[] = [];
  const client = clientOver((path, init) => {
    seen.push({ path, init });
    return Promise.resolve(new Response(body, { status }));
  });
  return { client, seen };
};

test('parameters in their places, nothing for what is left out', () => {
  assert.equal(addressOf('/api/a/{id}/b', { path: { id: 'x/y' }, query: { from: '2026-11-21', to: undefined, invoice: true } }), '/api/a/x%2Fy/b?from=2026-11-21&invoice=true');
  assert.equal(addressOf('/api/a'), '/api/a');
});

test('a body goes as JSON with its headers, a file as it is', async () => {
  const { client, seen } = answering('{"id":"1"}', 201);
  const { data } = await client.POST('/api/wallet/refunds', { params: { header: { 'Idempotency-Key': 'k' } }, body: { amountCents: 5 } });
  assert.deepEqual(data, { id: '1' });
  await client.PUT('/api/profile/picture', { body: new Blob(['x'], { type: 'image/jpeg' }) as never });
  const [first, second] = seen;
  assert.equal(first?.init.body, '{"amountCents":5}');
  assert.deepEqual([first?.init.headers.get('idempotency-key'), first?.init.headers.get('content-type')], ['k', 'application/json']);
  assert.equal(second?.init.headers.get('content-type'), 'image/jpeg');
  assert.ok(second?.init.body instanceof Blob);
});

test('no content, an error, and an error that is no JSON', async () => {
  assert.deepEqual((await answering(null, 204).client.POST('/api/sign-out')).data, undefined);
  assert.deepEqual((await answering('{"code":"x"}', 409).client.GET('/api/home')).error, { code: 'x' });
  assert.deepEqual((await answering('<html>', 502).client.GET('/api/home')).error, undefined);
});
