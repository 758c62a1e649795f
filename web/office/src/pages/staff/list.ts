// The list of staff accounts as the table needs it: its columns and its pages.
import type { StaffAccount } from '@meent/api';
import { format } from '@meent/ui/format/format.svelte.ts';
import { pencil } from '@meent/ui/icons.ts';
import type { BulkAction, Description, RowAction } from '@meent/ui/table/description.ts';
import type { Ask } from '@meent/ui/table/pages.ts';
import type { Snippet } from 'svelte';
import { m } from '$texts';
import { answer, client } from '../../state/api.ts';
import { kindName, stateChoices, stateName } from '../../words/account.ts';
import { allRoles, roleName, roleNames } from '../../words/roles.ts';

interface Parts {
  nameCell: Snippet<[StaffAccount]>;
  emailCell: Snippet<[StaffAccount]>;
  stateCell: Snippet<[StaffAccount]>;
  menu: RowAction<StaffAccount>[];
  bulk: BulkAction<StaffAccount>[];
}

export function describeStaff({ nameCell, emailCell, stateCell, menu, bulk }: Parts): Description<StaffAccount> {
  return {
    name: 'staff',
    caption: m.staff_title(),
    rowKey: ({ id }) => id,
    rowName: ({ name }) => name,
    paging: 'pages',
    columns: [
      // One prefix filter over names, addresses and logins: that is how the API searches.
      { key: 'name', title: m.col_name(), text: ({ name }) => name, cell: nameCell, least: 9, order: 'ascending', filter: { kind: 'text', parameter: 'text', label: m.staff_filter_text() } },
      { key: 'email', title: m.col_email(), text: ({ email }) => email, cell: emailCell, least: 13 },
      { key: 'login', title: m.login_label(), text: ({ login }) => login ?? '–', least: 7, hidden: true },
      { key: 'kind', title: m.col_kind(), text: ({ kind }) => kindName(kind), least: 7, hidden: true },
      { key: 'roles', title: m.col_roles(), text: ({ roles }) => roleNames(roles), least: 8.5, filter: { kind: 'choice', parameter: 'role', label: m.staff_filter_role(), choices: allRoles.map((value) => ({ value, label: roleName(value) })) } },
      { key: 'state', title: m.col_state(), text: ({ state }) => stateName(state), cell: stateCell, least: 7.5, filter: { kind: 'choice', parameter: 'state', label: m.staff_filter_state(), choices: stateChoices() } },
      { key: 'second', title: m.col_second(), text: ({ secondFactor }) => (secondFactor ? m.yes() : m.no()), least: 5 },
      { key: 'seen', title: m.col_last_sign_in(), text: ({ lastSignInAt }) => (lastSignInAt ? format.shortDateTime(lastSignInAt) : m.never()), least: 7 },
    ],
    icons: [{ key: 'edit', title: m.edit(), icon: pencil, href: ({ id }) => `/staff/${encodeURIComponent(id)}` }],
    menu,
    bulk,
  };
}

export const loadStaff = ({ query: { filters, size }, cursor }: Ask) =>
  answer(client.GET('/api/staff/accounts', { params: { query: { ...filters, limit: size ?? 25, ...(cursor ? { cursor } : {}) } } }));
