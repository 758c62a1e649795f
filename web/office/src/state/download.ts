// A file from the API. It is fetched rather than linked to, so that its
// headings are in the language of this page (P-40) and an error is told here.
import { Problem } from '@meent/api';
import { readProblem } from '@meent/api/problem';
import { language } from '@meent/ui/language/language.svelte.ts';
import { m } from '$texts';
import { answerFile } from './api.ts';

export async function download(path: string, name: string): Promise<void> {
  const blob = await answerFile(async () => {
    const response = await fetch(path, { headers: { 'Accept-Language': language.current } }).catch(() => {
      throw new Problem({ status: 0, code: 'offline', title: m.ui_offline_title(), detail: m.ui_offline_detail() });
    });
    if (response.ok) return response.blob();
    const words = { title: m.ui_unexpected_title(), detail: m.ui_unexpected_detail() };
    throw readProblem(response.status, await response.json().catch(() => undefined), words, response.headers.get('x-request-id') ?? undefined);
  });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
