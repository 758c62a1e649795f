import { m } from '$texts';
import { givableRoles, needsSecondFactor, roleMay, roleName } from '../../words/roles.ts';

/** Every role that can be given, each with what it may and what it asks (P-4). */
export const roleOptions = () =>
  givableRoles.map((value) => ({ value, label: roleName(value), hint: needsSecondFactor(value) ? `${roleMay(value)} ${m.role_second_factor()}` : roleMay(value) }));

/** Bound to the region: counters and organisations are not there yet (P-3). */
export const bindings = (roles: readonly string[]) => roles.map((role) => ({ role, scope: 'region' }));
