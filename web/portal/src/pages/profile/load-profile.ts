import type { Profile } from '@meent/api';
import { answer, client } from '../../state/api.ts';

export const loadProfile = (): Promise<Profile> => answer(client.GET('/api/profile'));
