// States and kinds of staff accounts in words.
import { m } from '$texts';

const states: Readonly<Record<string, () => string>> = { invited: m.state_invited, active: m.state_active, blocked: m.state_blocked };
const kinds: Readonly<Record<string, () => string>> = { password: m.kind_password, oidc: m.kind_oidc };

export const stateName = (state: string): string => states[state]?.() ?? state;
export const kindName = (kind: string): string => kinds[kind]?.() ?? kind;
export const stateChoices = () => Object.keys(states).map((value) => ({ value, label: stateName(value) }));
