// Unit and integration tests. The specs that drive a browser or pack the program run under Playwright (*.spec.ts).
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}', 'tests/scripts/*.test.mjs'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
