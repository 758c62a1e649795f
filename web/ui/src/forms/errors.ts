// What is wrong with a form, one entry per field, in the reader's language.
export interface FieldError {
  field: string;
  detail: string;
}

/** The id of a field's control, so that the summary's links lead there. */
export const fieldId = (name: string) => `field-${name}`;

/** What a control is described by: hint first, then what is wrong. */
export function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
