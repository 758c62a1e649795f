import { defineSurface } from '../../../../vite.surface.ts';

export default defineSurface({ port: 5175, api: 'http://localhost:8081' });
