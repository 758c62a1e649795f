// What the routes of the desk take and answer, under short names.
import type { Answer, paths } from '@meent/api';

export type Overview = Answer<'/api/staff/desk/{person}', 'get'>;
export type Session = Answer<'/api/staff/desk/{person}/sessions', 'get'>['items'][number];
export type Quote = Answer<'/api/staff/desk/{person}/quotes', 'post'>;

type Body<P extends keyof paths> = paths[P] extends { post: { requestBody: { content: { 'application/json': infer B } } } } ? B : never;
export type SessionWanted = Body<'/api/staff/desk/{person}/quotes'>;
export type SeriesWanted = Body<'/api/staff/desk/{person}/series/quotes'>;
export type Card = Body<'/api/staff/desk/residents'>;
