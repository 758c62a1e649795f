// What is asked to invite somebody, and what can be seen to be wrong with it
// before it is sent. The server checks all of it again.
import type { FieldError } from '@meent/ui/forms/errors.ts';
import { m } from '$texts';
import { bindings } from './role-options.ts';

export interface Invitation {
  kind: string;
  name: string;
  email: string;
  login: string;
  language: string;
  roles: string[];
}

export const blankInvitation: Readonly<Invitation> = { kind: 'password', name: '', email: '', login: '', language: 'nl', roles: [] };

/** As the API takes a login (P-3): small letters, digits, dot, dash, underscore. */
const login = /^[a-z0-9._-]{3,40}$/;
const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export function invitationErrors(values: Invitation): FieldError[] {
  const errors: FieldError[] = [];
  if (values.name.trim() === '') errors.push({ field: 'name', detail: m.name_missing() });
  if (!email.test(values.email.trim())) errors.push({ field: 'email', detail: m.email_wrong() });
  if (values.kind === 'password' && !login.test(values.login.trim().toLowerCase())) errors.push({ field: 'login', detail: m.login_wrong() });
  if (values.roles.length === 0) errors.push({ field: 'roles', detail: m.roles_missing() });
  return errors;
}

export function invitationOf(values: Invitation) {
  const { language } = values;
  const common = { name: values.name.trim(), email: values.email.trim(), language, roles: bindings(values.roles) };
  if (values.kind === 'oidc') return { kind: 'oidc' as const, ...common };
  return { kind: 'password' as const, ...common, login: values.login.trim().toLowerCase() };
}
