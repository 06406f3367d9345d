import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserFlags, installedBrowser } from './scripts/browser.ts';

const executablePath = installedBrowser();

export default defineConfig({
  test: {
    // One for each core, not one less: most tests wait for processes of their own.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'node',
          include: ['{src,contoso-hub,bench,test,scripts}/**/*.test.ts'],
          // The template's own test is node:test's.
          exclude: ['src/pane/**', 'src/scaffold/template/**', '**/node_modules/**'],
          // Long enough for a machine that does much else: what is waited for comes, or the test fails.
          testTimeout: 90_000,
          hookTimeout: 90_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        // Components in a real browser.
        extends: './src/pane/vite.config.ts',
        test: {
          name: 'pane',
          root: '.',
          include: ['src/pane/**/*.test.{ts,tsx}'],
          expect: { poll: { timeout: 3_000 } },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath && { executablePath }), args: browserFlags },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
