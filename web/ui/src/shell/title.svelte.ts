// The name of the page in the browser's tab: what is wrong first, then the
// page, then the site (P-42).
let page = $state('');
let wrong = $state(false);

export const title = {
  set(text: string, hasErrors: boolean) {
    page = text;
    wrong = hasErrors;
  },
  text(site: string, prefix: string): string {
    const name = page === '' || page === site ? site : `${page} – ${site}`;
    return wrong ? `${prefix} ${name}` : name;
  },
};
