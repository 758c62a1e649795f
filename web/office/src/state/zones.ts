// The zones there are today, by their names, to choose one from.
import type { Answer } from '@meent/api';
import { answer, client } from './api.ts';

export type Zone = Answer<'/api/zones', 'get'>['items'][number];

export const fetchZones = async (): Promise<Zone[]> => (await answer(client.GET('/api/zones'))).items;
