/** Bundles the pane into dist/pane, which the host serves; `npm run pane` serves it with hot reload beside a running host. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const host = process.env.SALESKIT_HOST ?? 'http://127.0.0.1:8100';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  html: { cspNonce: '{{nonce}}' },
  build: {
    outDir: '../../dist/pane',
    emptyOutDir: true,
    license: { fileName: 'third-party-licenses.md' },
    target: 'es2024',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_000,
  },
  server: {
    host: '127.0.0.1',
    port: 8110,
    proxy: {
      // The host answers no page of another origin: here the pane's requests come from the host's own.
      '^/(api|connected)': { target: host, changeOrigin: true, headers: { origin: host } },
    },
  },
});
