// Somebody else was faster with the same thing: what to do about it is the
// page's, which fetches it anew and says what changed (P-50).
import type { Problem } from '@meent/api';

const codes = ['changed-meanwhile', 'payment-not-parked', 'refund-not-waiting'];

export const isStale = (problem: Problem): boolean => codes.includes(problem.code);
