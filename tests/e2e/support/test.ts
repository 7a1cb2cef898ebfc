// What every end-to-end spec stands on: the program started for it alone, in a window or a browser, in a language; and a
// watch that fails the test on anything a user must never get.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from '@playwright/test'
import { type Host, type Launch, launchBrowser, launchWindow, type Program } from './launch.ts'
import { Watch } from './watch.ts'

export { expect } from '@playwright/test'

type Fixtures = {
  /** A folder of the test's own: the user's home, the program's settings, files to drop. */
  folder: string
  /** Starts the program. What runs at the end is ended, and what the watch saw is held against it. */
  launch: Launch
}

export const test = base.extend<Fixtures, { host: Host }>({
  host: ['http', { option: true, scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'quayside-e2e-'))
    for (const name of ['home/Documents', 'temp', 'files']) mkdirSync(path.join(folder, name), { recursive: true })
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },
  launch: async ({ host, folder, playwright, contextOptions, launchOptions }, use) => {
    const programs: Program[] = []
    const watch = new Watch()
    await use(async (options = {}) => {
      const settings = { folder, language: 'en' as const, watch, ...options }
      const program = await (host === 'electron'
        ? launchWindow(settings)
        : launchBrowser({ ...settings, playwright, contextOptions, launchOptions }))
      programs.push(program)
      return program
    })
    for (const program of programs) await program.stop()
    watch.expectQuiet()
  },
})
