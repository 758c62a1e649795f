// Some problems are about a field though the API names none: told by its code,
// they stand at the field, where they can be put right.
import type { FormState } from '@meent/ui/forms/form.svelte.ts';

export function placeProblem(form: FormState, fields: Readonly<Record<string, string>>) {
  const field = form.problem && fields[form.problem.code];
  if (!form.problem || !field) return;
  form.errors = [{ field, detail: form.problem.detail }];
  form.problem = undefined;
}
