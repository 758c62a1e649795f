// New office accounts, made over the API by the superadmin, who signed in once
// for the whole run. Each test has a colleague of its own: a code of a second
// factor works once, and accounts get blocked and changed.
import { randomUUID } from 'node:crypto';
import { linkTo } from './mail.mjs';
import { at, town } from './town.mjs';
import { Authenticator } from './totp.mjs';

const cookieName = 'MEENT_SUPERADMIN_COOKIE';
export const password = 'vier gele kanaries zingen';

/** A client of the office's API with a cookie of its own. */
export class OfficeClient {
  constructor(cookie = '') {
    this.cookie = cookie;
  }

  async ask(method, path, body) {
    const answer = await fetch(at('office') + path, {
      method,
      redirect: 'manual',
      headers: { origin: at('office'), cookie: this.cookie, 'accept-language': 'nl', ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    });
    const given = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
    if (given.length > 0) this.cookie = given.join('; ');
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async signIn({ login, password, authenticator }) {
    const { next } = await this.ask('POST', '/api/staff/sign-in', { login, password });
    if (next === 'second-factor') await this.ask('POST', '/api/staff/sign-in/second-factor', { code: authenticator.code() });
    return next;
  }
}

/** Called once by run.mjs; gives what the files need to go on from. */
export async function beginAsSuperadmin() {
  const client = new OfficeClient();
  await client.signIn(demoColleague('superadmin'));
  return { [cookieName]: client.cookie };
}

/** Somebody who is there from the beginning. */
export function demoColleague(name) {
  const demo = town().staff.find(({ login }) => login === name);
  return { ...demo, authenticator: demo.totpSecret && new Authenticator(demo.totpSecret) };
}

export const superadmin = () => new OfficeClient(process.env[cookieName]);

/** Two tests may save at the same moment what has one version: as often as it takes. */
export async function asOften(save) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await save();
    } catch (failure) {
      if (tries > 4 || !String(failure).includes('changed-meanwhile')) throw failure;
    }
  }
}

export async function invite({ role = 'finance-clerk', name = 'Els Peeters', kind = 'password', language = 'nl', login = `c${randomUUID().slice(0, 12)}`, by = superadmin() } = {}) {
  const email = `${login}@noorderhaven.example`;
  const body = { kind, name, email, language, roles: [{ role, scope: 'region' }], ...(kind === 'password' ? { login } : {}) };
  const account = await by.ask('POST', '/api/staff/accounts', body);
  return { id: account.id, version: account.version, name, email, login };
}

/** Somebody who chose a password, and whose second factor is set up where the role needs one. */
export async function newColleague(wanted = {}) {
  const invited = await invite(wanted);
  const token = new URL(await linkTo(invited.email)).hash.slice(1);
  const client = new OfficeClient();
  await client.ask('POST', '/api/staff/activation', { token, password, again: password });
  const colleague = { ...invited, password };
  if (wanted.enrolled === false || !needsSecondFactor(wanted.role)) return colleague;
  await client.signIn(colleague);
  const { secret } = await client.ask('GET', '/api/staff/second-factor');
  const authenticator = new Authenticator(secret);
  await client.ask('PUT', '/api/staff/second-factor', { code: authenticator.code() });
  return { ...colleague, authenticator };
}

const needsSecondFactor = (role) => role === 'admin';
