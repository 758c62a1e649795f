// What the routes of parking answer, under short names, and what one means to do there.
import type { Answer, Home, paths } from '@meent/api';
import { drafts } from './drafts.ts';
import { Intention } from '@meent/ui/forms/intention.ts';

export type Start = Answer<'/api/parking', 'get'>;
export type KnownPlate = Start['plates'][number];
export type Quote = Answer<'/api/parking/quotes', 'post'>;
export type Session = Answer<'/api/parking/sessions/{id}', 'get'>;
export type Zone = Answer<'/api/zones', 'get'>['items'][number];
/** A session, in short. */
export type Parked = NonNullable<Home['current']>;

type Body<P extends keyof paths> = paths[P] extends { post: { requestBody: { content: { 'application/json': infer B } } } } ? B : never;
export type SessionWanted = Body<'/api/parking/quotes'>;
export type SeriesWanted = Body<'/api/parking/series/quotes'>;

export const bookingIntention = new Intention(drafts, 'book.intention');
export const changeIntention = new Intention(drafts, 'parking-change.intention');
