// Specs that need a real browser or the packed program. `npm test` chooses the projects; by hand:
// `playwright test --project=browser`.
import { defineConfig } from '@playwright/test'
import { chromiumArguments, findChromium } from './scripts/find-chromium.mjs'

const executablePath = findChromium()
const desktop = { viewport: { width: 1280, height: 800 }, launchOptions: { executablePath, args: chromiumArguments() } }

export default defineConfig({
  testDir: 'tests',
  outputDir: 'out/test/playwright',
  forbidOnly: Boolean(process.env.CI),
  // No second try: a test that passes only sometimes has something to say.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: { trace: 'retain-on-failure' },
  projects: [
    // The shipped screens on the HTTP host.
    { name: 'browser', testMatch: 'e2e/**/*.spec.ts', use: desktop },
    // The built main and preload bundles under the stand-in for Electron.
    { name: 'window', testMatch: 'electron/**/*.spec.ts' },
    // The same specs in Electron itself.
    { name: 'electron', testMatch: 'electron/**/*.spec.ts' },
    // What electron-builder packs, and the window's specs once more from there.
    { name: 'packaging', testMatch: 'packaging/**/*.spec.ts', timeout: 300_000 },
    { name: 'packed-window', testMatch: 'electron/**/*.spec.ts', dependencies: ['packaging'] },
  ],
})
