// What staff do in the office, in one line each.
import { newColleague } from './colleagues.mjs';
import { heading } from './resident.mjs';

/** The first step, as one types it. */
export async function givePassword({ page, say }, { login, password }) {
  await page.getByLabel(say('login_label'), { exact: true }).fill(login);
  await page.getByLabel(say('password_label'), { exact: true }).fill(password);
  await page.getByRole('button', { name: say('sign_in'), exact: true }).click();
}

export async function giveCode({ page, say }, code) {
  await page.getByLabel(say('code_label')).fill(code);
  await page.getByRole('button', { name: say('code_send'), exact: true }).click();
}

/** All the way in without the pages for it, and on to a page. */
export async function enter(window, wanted = {}, path = '/') {
  const colleague = wanted.login ? wanted : await newColleague({ language: window.language, ...wanted });
  const { page } = window;
  const code = colleague.authenticator?.code();
  await page.goto('/sign-in');
  const failed = await page.evaluate(
    async ([login, password, code]) => {
      const post = (path, body) => fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
      const first = await post('/api/staff/sign-in', { login, password });
      const last = code ? await post('/api/staff/sign-in/second-factor', { code }) : first;
      return last.ok ? '' : await last.text();
    },
    [colleague.login, colleague.password, code],
  );
  if (failed) throw new Error(`${colleague.login} did not get in: ${failed}`);
  await page.goto(path);
  return colleague;
}

export const atStart = (window, name) => heading(window, 'start_hello', { name }).waitFor();

/** The menu of the name, at the top right (P-6). */
export const nameButton = ({ page, say }, name) => page.getByRole('button', { name: say('name_menu', { name }) });
