import { VitePWA } from 'vite-plugin-pwa';
import { defineSurface } from '../vite.surface.ts';

export default defineSurface({
  port: 5173,
  api: 'http://localhost:8080',
  plugins: [
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'worker',
      filename: 'service-worker.ts',
      // The page registers it (keep-shell.ts), and the town has the manifest (P-43).
      injectRegister: null,
      manifest: false,
      injectManifest: { globPatterns: ['**/*.{html,js,css,woff2}'], globIgnores: ['**/*latin-ext*'] },
    }),
  ],
});
