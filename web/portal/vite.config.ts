import { defineSurface } from '../vite.surface.ts';

export default defineSurface({ port: 5173, api: 'http://localhost:8080' });
