// Unit and integration tests. The specs that drive a browser or pack the program run under Playwright (*.spec.ts).
import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const include = ['tests/**/*.test.{ts,tsx}', 'tests/scripts/*.test.mjs']

/** What a test file, or its helper, does to its process: other files must not find it so, and memory is only counted in one's own. */
const leavesTraces =
  /\bvi\.(mock|doMock|spyOn|stub\w+|useFakeTimers|resetModules)\b|process\.(chdir|umask|memoryUsage)|process\.env(\.\w+|\[\w+\]) = |heapUsed|support\/typed-command\.ts/

const own = include
  .flatMap((pattern) => globSync(pattern, { cwd: import.meta.dirname }))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => leavesTraces.test(readFileSync(new URL(file, import.meta.url), 'utf8')))

export default defineConfig({
  test: {
    environment: 'node',
    // By itself vitest leaves one processor free: of two, half the machine.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // How long a test takes is measured by the bench: a machine that is busy with other work fails none here.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    projects: [
      // Most files only import: one process after the other loads the program's modules once for hundreds of them.
      { extends: true, test: { name: 'together', include, exclude: own, isolate: false } },
      { extends: true, test: { name: 'apart', include: own } },
    ],
  },
})
