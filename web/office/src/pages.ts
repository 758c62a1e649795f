// Every screen of the office: where it is, who may see it (P-20), how it is
// called in menu and search, and what its help says (P-60).
import { card, home, pencil, person, plus, shield } from '@meent/ui/icons.ts';
import type { Route } from '@meent/ui/router/Router.svelte';
import { m } from '$texts';
import { back, desk, history, key, meter, paper, people, plate, scales, ticket } from './icons.ts';
import type { Right } from './state/staff.svelte.ts';

export interface Page extends Route {
  title: () => string;
  help: readonly (() => string)[];
  right?: Right;
  icon: string;
  /** Stands in the menu at the left. */
  menu?: true;
  /** Has no fixed address to search for. */
  unlisted?: true;
  /** Only for accounts with a password of their own. */
  password?: true;
}

export const pages: readonly Page[] = [
  { path: '/', title: m.start_title, help: [m.help_start_1, m.help_start_2], icon: home, menu: true, load: () => import('./pages/start/Start.svelte') },
  { path: '/desk', title: m.desk_title, help: [m.help_desk_1, m.help_desk_2, m.help_desk_3], right: 'desk.use', icon: desk, menu: true, load: () => import('./pages/desk/Desk.svelte') },
  { path: '/desk/new', title: m.desk_new, help: [m.help_desk_new_1, m.help_desk_new_2], right: 'desk.use', icon: plus, unlisted: true, load: () => import('./pages/desk/NewResident.svelte') },
  { path: '/desk/:id', title: m.desk_resident, help: [m.help_desk_one_1, m.help_desk_one_2, m.help_desk_one_3], right: 'desk.use', icon: desk, unlisted: true, load: () => import('./pages/desk/Resident.svelte') },
  { path: '/desk/:id/book', title: m.desk_book, help: [m.help_desk_book_1, m.help_desk_book_2], right: 'desk.use', icon: meter, unlisted: true, load: () => import('./pages/desk/Book.svelte') },
  { path: '/desk/:id/top-up', title: m.desk_top_up, help: [m.help_desk_money_1, m.help_desk_money_2], right: 'desk.use', icon: card, unlisted: true, load: () => import('./pages/desk/TopUp.svelte') },
  { path: '/desk/:id/refund', title: m.desk_refund, help: [m.help_desk_refund_1, m.help_desk_refund_2], right: 'desk.use', icon: back, unlisted: true, load: () => import('./pages/desk/Refund.svelte') },
  { path: '/payments', title: m.payments_title, help: [m.help_payments_1, m.help_payments_2, m.help_payments_3], right: 'finance.manage', icon: card, menu: true, load: () => import('./pages/payments/Payments.svelte') },
  { path: '/payments/:id', title: m.payment_one, help: [m.help_payment_1, m.help_payment_2, m.help_payment_3], right: 'finance.manage', icon: card, unlisted: true, load: () => import('./pages/payments/Payment.svelte') },
  { path: '/refunds', title: m.refunds_title, help: [m.help_refunds_1, m.help_refunds_2, m.help_refunds_3], right: 'finance.manage', icon: back, menu: true, load: () => import('./pages/refunds/Refunds.svelte') },
  { path: '/refunds/:id', title: m.refund_one, help: [m.help_refund_1, m.help_refund_2, m.help_refund_3], right: 'finance.manage', icon: back, unlisted: true, load: () => import('./pages/refunds/Refund.svelte') },
  { path: '/papers', title: m.papers_title, help: [m.help_papers_1, m.help_papers_2, m.help_papers_3], right: 'finance.manage', icon: paper, menu: true, load: () => import('./pages/papers/Papers.svelte') },
  { path: '/ledger-audit', title: m.ledger_title, help: [m.help_ledger_1, m.help_ledger_2], right: 'finance.manage', icon: scales, menu: true, load: () => import('./pages/ledger/LedgerAudit.svelte') },
  { path: '/enforcement', title: m.enforcement_title, help: [m.help_enforcement_1, m.help_enforcement_2, m.help_enforcement_3, m.help_enforcement_4], right: 'plate.check', icon: plate, menu: true, load: () => import('./pages/enforcement/Enforcement.svelte') },
  { path: '/scanners', title: m.scanners_title, help: [m.help_scanners_1, m.help_scanners_2, m.help_scanners_3], right: 'parking.manage', icon: key, menu: true, load: () => import('./pages/scanners/Scanners.svelte') },
  { path: '/scanners/new', title: m.scanner_new, help: [m.help_scanner_new_1, m.help_scanner_new_2], right: 'parking.manage', icon: plus, unlisted: true, load: () => import('./pages/scanners/NewScanner.svelte') },
  { path: '/zones', title: m.zones_title, help: [m.help_zones_1, m.help_zones_2, m.help_zones_3], right: 'parking.manage', icon: meter, menu: true, load: () => import('./pages/zones/Zones.svelte') },
  { path: '/zones/new', title: m.zones_new, help: [m.help_zone_new_1, m.help_rules_2, m.help_zone_new_2], right: 'parking.manage', icon: plus, load: () => import('./pages/zones/NewZone.svelte') },
  { path: '/zones/import', title: m.import_title, help: [m.help_import_1, m.help_import_2], right: 'parking.manage', icon: paper, load: () => import('./pages/zones/Import.svelte') },
  { path: '/zones/zone/:id', title: m.zone_one, help: [m.help_zone_1, m.help_zone_2, m.help_zone_3], right: 'parking.manage', icon: meter, unlisted: true, load: () => import('./pages/zones/Zone.svelte') },
  { path: '/zones/zone/:id/rules', title: m.rules_page, help: [m.help_rules_1, m.help_rules_2, m.help_rules_3], right: 'parking.manage', icon: pencil, unlisted: true, load: () => import('./pages/zones/Rules.svelte') },
  { path: '/voucher-types', title: m.voucher_types_title, help: [m.help_voucher_types_1, m.help_voucher_types_2, m.help_voucher_types_3], right: 'parking.manage', icon: ticket, menu: true, load: () => import('./pages/voucher-types/VoucherTypes.svelte') },
  { path: '/voucher-types/new', title: m.voucher_type_new, help: [m.help_voucher_type_new_1, m.help_voucher_type_2, m.help_voucher_type_3], right: 'parking.manage', icon: plus, load: () => import('./pages/voucher-types/NewType.svelte') },
  { path: '/voucher-types/type/:id', title: m.voucher_type_one, help: [m.help_voucher_type_1, m.help_voucher_type_2, m.help_voucher_type_3], right: 'parking.manage', icon: pencil, unlisted: true, load: () => import('./pages/voucher-types/Type.svelte') },
  { path: '/staff', title: m.staff_title, help: [m.help_staff_1, m.help_staff_2, m.help_staff_3], right: 'staff.manage', icon: people, menu: true, load: () => import('./pages/staff/StaffList.svelte') },
  { path: '/staff/new', title: m.invite_title, help: [m.help_invite_1, m.help_invite_2, m.help_invite_3], right: 'staff.manage', icon: plus, load: () => import('./pages/staff/Invite.svelte') },
  { path: '/staff/:id', title: m.staff_one_title, help: [m.help_staff_one_1, m.help_staff_one_2, m.help_staff_one_3], right: 'staff.manage', icon: pencil, unlisted: true, load: () => import('./pages/staff/StaffMember.svelte') },
  { path: '/audit', title: m.audit_title, help: [m.help_audit_1, m.help_audit_2, m.help_audit_3], right: 'audit.read', icon: history, menu: true, load: () => import('./pages/audit/Audit.svelte') },
  { path: '/account', title: m.account_title, help: [m.help_account_1, m.help_account_2], icon: person, load: () => import('./pages/account/Account.svelte') },
  { path: '/account/password', title: m.password_title, help: [m.help_password_1, m.help_password_2], icon: shield, password: true, load: () => import('./pages/account/PasswordPage.svelte') },
  { path: '/account/second-factor', title: m.second_title, help: [m.help_second_1, m.help_second_2], icon: shield, load: () => import('./pages/account/SecondFactor.svelte') },
];

export const openRoutes: readonly Route[] = [
  { path: '/sign-in', load: () => import('./pages/sign-in/SignIn.svelte') },
  { path: '/sign-in/code', load: () => import('./pages/sign-in/SignIn.svelte') },
  { path: '/sign-in/set-up', load: () => import('./pages/sign-in/SignIn.svelte') },
  { path: '/sign-in/problem', load: () => import('./pages/sign-in/SignInProblem.svelte') },
  { path: '/activate', load: () => import('./pages/activate/Activate.svelte') },
];
