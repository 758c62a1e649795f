// The routes of the desk, and what a clerk means to do there once (P-51, P-63).
import { Intention } from '@meent/ui/forms/intention.ts';
import { answer, client } from '../../state/api.ts';
import { drafts } from '../../state/drafts.ts';
import type { Card } from './types.ts';

export const deskPath = (person: string, more = '') => `/desk/${person}${more}`;

/** Of one resident: somebody else's is another. */
export const bookingIntention = new Intention(drafts, 'desk-book.intention');
export const moneyIntention = new Intention(drafts, 'desk-top-up.intention');
export const refundIntention = new Intention(drafts, 'desk-refund.intention');
export const changeIntention = new Intention(drafts, 'desk-change.intention');

export const fetchOverview = (person: string) => answer(client.GET('/api/staff/desk/{person}', { params: { path: { person } } }));
export const openVisit = (nationalNumber: string, reason: string) => answer(client.POST('/api/staff/desk/visits', { body: { nationalNumber, reason } }));
export const makeResident = (body: Card) => answer(client.POST('/api/staff/desk/residents', { body }));
export const closeVisit = (person: string) => answer(client.DELETE('/api/staff/desk/{person}/visit', { params: { path: { person } } }));
