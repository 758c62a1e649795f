import { defineSurface } from '../vite.surface.ts';

export default defineSurface({ port: 5174, api: 'http://localhost:8081' });
