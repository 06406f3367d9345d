import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{src,contoso-hub,bench,test,scripts}/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
