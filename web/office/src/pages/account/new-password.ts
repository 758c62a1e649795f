import type { FieldError } from '@meent/ui/forms/errors.ts';
import { m } from '$texts';

/** At least this many (P-4). What is too common only the server knows. */
export const leastCharacters = 12;

export function newPasswordErrors(password: string, again: string): FieldError[] {
  if ([...password].length < leastCharacters) return [{ field: 'password', detail: m.password_too_short({ least: leastCharacters }) }];
  if (password !== again) return [{ field: 'again', detail: m.passwords_differ() }];
  return [];
}
