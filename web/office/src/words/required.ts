import type { FieldError } from '@meent/ui/forms/errors.ts';

/** What is wrong when a field was left empty. */
export const required = (field: string, value: string, detail: string): FieldError[] => (value.trim() === '' ? [{ field, detail }] : []);
