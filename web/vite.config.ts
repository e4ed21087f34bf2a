import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The gateway that `npm run dev:studio` sends requests to. */
const GATEWAY = 'http://127.0.0.1:4000';

/** The studio: `npm run build` writes it to dist/studio, from where the gateway serves it. */
export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  base: '/studio/',
  // Whatever NODE_ENV says where it is built: React's development build is twice as large.
  define: command === 'build' ? { 'process.env.NODE_ENV': '"production"' } : {},
  esbuild: { jsxDev: command === 'serve' },
  build: {
    outDir: resolve(import.meta.dirname, '../dist/studio'),
    emptyOutDir: true,
    target: 'es2022',
    // The strict content security policy permits no data: and no inline text.
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    proxy: {
      '/graphql': { target: GATEWAY, ws: true },
      '/studio/settings.json': GATEWAY,
    },
  },
  clearScreen: false,
}));
