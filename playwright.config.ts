// Specs that need a real browser or the packed program. `npm test` chooses the projects; by hand:
// `playwright test --project=browser`.
import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './scripts/find-chromium.mjs'
import type { Host } from './tests/e2e/support/launch.ts'
import type { Shell } from './tests/electron/window-app.ts'

const executablePath = findChromium()
const desktop = {
  viewport: { width: 1280, height: 800 },
  launchOptions: { executablePath, args: chromiumArguments() },
  // Recording costs a fifth of a run; a test that failed is tried again, and then recorded.
  trace: 'on-first-retry',
} as const

const shell = (name: Shell) => ({ shell: name })

export default defineConfig<object, { shell: Shell; host: Host }>({
  testDir: 'tests',
  outputDir: 'out/test/playwright',
  forbidOnly: Boolean(process.env.CI),
  // One second try, counted and named as flaky in the report: on a loaded machine a real Chromium may hang once.
  retries: 1,
  workers: 2,
  // Every test starts a program of its own, so that a long file does not keep one worker while the other waits.
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  projects: [
    // The shipped screens on the HTTP host.
    { name: 'browser', testMatch: 'e2e/**/*.spec.ts', use: desktop },
    // The built main and preload bundles under the stand-in for Electron.
    { name: 'window', testMatch: 'electron/**/*.spec.ts', use: shell('stand-in') },
    // Of those, what finds its files where it was built: the page, the workers, the end.
    {
      name: 'window-in-short',
      testMatch: 'electron/{opening,calls,quitting}.spec.ts',
      use: shell('stand-in'),
    },
    // The same specs, and the screens, in Electron itself.
    {
      name: 'electron',
      testMatch: ['electron/**/*.spec.ts', 'e2e/**/*.spec.ts'],
      use: { ...shell('electron'), host: 'electron' },
    },
    // What electron-builder packs, and the window's specs once more from there.
    { name: 'packaging', testMatch: 'packaging/**/*.spec.ts', timeout: 300_000 },
    { name: 'packed-window', testMatch: 'electron/**/*.spec.ts', use: shell('packed'), dependencies: ['packaging'] },
  ],
})
