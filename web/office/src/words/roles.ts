// Roles in the users' words: what they are called and what they may (the table
// of spec 1, P-20).
import { m } from '$texts';

interface RoleWords {
  name: () => string;
  may: () => string;
}

const known: Readonly<Record<string, RoleWords>> = {
  superadmin: { name: m.role_superadmin, may: m.role_superadmin_may },
  admin: { name: m.role_admin, may: m.role_admin_may },
  'finance-clerk': { name: m.role_finance_clerk, may: m.role_finance_clerk_may },
  'voucher-clerk': { name: m.role_voucher_clerk, may: m.role_voucher_clerk_may },
  'kiosk-manager': { name: m.role_kiosk_manager, may: m.role_kiosk_manager_may },
  enforcement: { name: m.role_enforcement, may: m.role_enforcement_may },
};

/** The roles that can be given now: those bound to the region (P-3). Its one superadmin is there from the beginning. */
export const givableRoles: readonly string[] = ['admin', 'finance-clerk', 'voucher-clerk', 'kiosk-manager', 'enforcement'];
export const allRoles: readonly string[] = ['superadmin', ...givableRoles];

export const roleName = (role: string): string => known[role]?.name() ?? role;
export const roleMay = (role: string): string => known[role]?.may() ?? '';
export const roleNames = (roles: readonly { role: string }[]): string => roles.map(({ role }) => roleName(role)).join(', ');

/** Roles whose holders must have a second factor (P-4). */
export const needsSecondFactor = (role: string): boolean => role === 'admin' || role === 'superadmin';
