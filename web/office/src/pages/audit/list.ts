// The audit trail as the table needs it: newest first, and each page adds to
// what is shown, since one reads backwards in time.
import type { AuditEntry } from '@meent/api';
import { format } from '@meent/ui/format/format.svelte.ts';
import type { Description } from '@meent/ui/table/description.ts';
import type { Ask } from '@meent/ui/table/pages.ts';
import type { Snippet } from 'svelte';
import { m } from '$texts';
import { answer, client } from '../../state/api.ts';
import { findSubject, nameOfSubject } from '../../state/find-subject.ts';
import { findStaff, nameOfStaff } from '../../state/find-staff.ts';
import { actionChoices, actionName, subjectName } from '../../words/audit.ts';

export function describeAudit(details: Snippet<[AuditEntry]>): Description<AuditEntry> {
  return {
    name: 'audit',
    caption: m.audit_title(),
    rowKey: ({ id }) => id,
    rowName: ({ action, subject, at }) => `${actionName(action)}, ${subjectName(subject)}, ${format.shortDateTime(at)}`,
    paging: 'further',
    columns: [
      { key: 'at', title: m.audit_at(), text: ({ at }) => format.shortDateTime(at), least: 11, order: 'descending', filter: { kind: 'period', from: 'from', to: 'to', label: m.audit_period() } },
      { key: 'actor', title: m.audit_actor(), text: ({ actor }) => actor.name, least: 10, filter: { kind: 'lookup', parameter: 'actor', label: m.audit_filter_actor(), placeholder: m.audit_person(), find: findStaff, nameOf: nameOfStaff } },
      { key: 'action', title: m.audit_action(), text: ({ action }) => actionName(action), least: 12, filter: { kind: 'choice', parameter: 'action', label: m.audit_filter_action(), choices: actionChoices() } },
      { key: 'subject', title: m.audit_subject(), text: ({ subject }) => subjectName(subject), least: 10, filter: { kind: 'lookup', parameter: 'subject', label: m.audit_filter_subject(), placeholder: m.audit_person(), find: findSubject, nameOf: nameOfSubject } },
    ],
    details,
  };
}

export const loadAudit = ({ query: { filters, size }, cursor }: Ask) =>
  answer(client.GET('/api/audit', { params: { query: { ...filters, limit: size ?? 25, ...(cursor ? { cursor } : {}) } } }));
