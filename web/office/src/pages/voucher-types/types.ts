// What the routes of voucher types take and answer, under short names.
import type { Answer } from '@meent/api';

export type Types = Answer<'/api/staff/voucher-types', 'get'>;
export type VoucherType = Types['types'][number];
export type Terms = VoucherType['terms'];
