import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { compress } from './build/compress.ts';

const server = process.env['WORKSHOP_SERVER'] ?? 'http://localhost:5080';

export default defineConfig({
  plugins: [preact(), compress()],
  build: {
    // The `dialog` element came with Firefox 98 and Safari 15.4, `findLast` with Chrome 97 and Firefox 104.
    target: ['chrome97', 'edge97', 'firefox104', 'safari15.4'],
    // A data: address needs a hole in the content security policy, and an inline script is forbidden by it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What every page needs is one file: a hall of phones asks for it over one Wi-Fi, without HTTP/2 where there is no TLS.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'kit', test: /node_modules|src\/(wire|store|ui|styles)\/|src\/i18n\/.*\.ts$/ }] } },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/hub': { target: server, ws: true },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts'] },
});
