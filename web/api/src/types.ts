// Names for the shapes of the API, taken from its routes.
import type { paths } from './schema.d.ts';

type Json<A> = A extends { content: { 'application/json': infer Body } } ? Body : never;
type Responses<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends { responses: infer R } ? R : never;

/** What a route answers when it went well: `Answer<'/api/home', 'get'>`. */
export type Answer<P extends keyof paths, M extends keyof paths[P]> = Responses<P, M> extends infer R ? { [S in keyof R & (200 | 201 | 202)]: Json<R[S]> }[keyof R & (200 | 201 | 202)] : never;

export type Home = Answer<'/api/home', 'get'>;
export type Profile = Answer<'/api/profile', 'get'>;
export type Consent = Answer<'/api/consent', 'get'>;
export type ResidentSession = Answer<'/api/sessions', 'get'>['items'][number];
export type PersonalData = Answer<'/api/profile/data', 'get'>;

export type StaffMe = Answer<'/api/staff/me', 'get'>;
export type StaffAccount = Answer<'/api/staff/accounts/{id}', 'get'>;
export type AuditEntry = Answer<'/api/audit', 'get'>['items'][number];
export type Notification = Answer<'/api/staff/notifications', 'get'>['items'][number];
