// Unit and integration tests. The specs that drive a browser or pack the program run under Playwright (*.spec.ts).
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/**/*.test.{ts,tsx}', 'tests/scripts/*.test.mjs'],
    // By itself vitest leaves one processor free: of two, half the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
