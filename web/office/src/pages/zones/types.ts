// What the routes of zones take and answer, under short names.
import type { Answer } from '@meent/api';

export type Plans = Answer<'/api/staff/zones', 'get'>;
export type Zone = Plans['zones'][number];
export type Rules = Zone['rules'][number];
export type Window = Rules['hours'][number][number];
export type Rate = Rules['own'];
export type Imported = Answer<'/api/staff/zones', 'put'>;
export type Preview = Answer<'/api/staff/zone-previews', 'post'>;
