// What an admin can do with a colleague's account (P-3).
import type { StaffAccount } from '@meent/api';
import { answer, client } from '../../state/api.ts';
import { staff } from '../../state/staff.svelte.ts';

const at = ({ id }: StaffAccount) => ({ params: { path: { id } } });

export const setState = (account: StaffAccount, state: 'active' | 'blocked') => answer(client.PATCH('/api/staff/accounts/{id}', { ...at(account), body: { state, version: account.version } }));

export const remove = (account: StaffAccount) => answer(client.DELETE('/api/staff/accounts/{id}', at(account)));

export const inviteAgain = (account: StaffAccount) => answer(client.POST('/api/staff/accounts/{id}/invitation', at(account)));

/** Somebody who lost their phone sets a new one up at the next sign-in. */
export const resetSecondFactor = (account: StaffAccount) => answer(client.PATCH('/api/staff/accounts/{id}', { ...at(account), body: { resetSecondFactor: true, version: account.version } }));

export const isOneself = (account: StaffAccount) => account.id === staff.me?.id;
export const isSuperadmin = (account: StaffAccount) => account.roles.some(({ role }) => role === 'superadmin');

/** Nobody shuts themselves out, and a region keeps its superadmin. */
const isOthers = (account: StaffAccount) => !isOneself(account) && !isSuperadmin(account);

export const mayBlock = (account: StaffAccount) => account.state !== 'blocked' && isOthers(account);
export const mayUnblock = (account: StaffAccount) => account.state === 'blocked' && isOthers(account);
export const mayRemove = isOthers;
export const mayResetSecondFactor = (account: StaffAccount) => account.secondFactor && isOthers(account);
export const isInvited = (account: StaffAccount) => account.state === 'invited' && isOthers(account);
/** A forgotten password: the same link again, to choose a new one. */
export const mayReset = (account: StaffAccount) => account.state === 'active' && account.kind === 'password' && isOthers(account);
