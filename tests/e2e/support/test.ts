// What every end-to-end spec stands on: the program started for it alone, in a window or a browser, in a language; and a
// watch that fails the test on anything a user must never get.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, test as base } from '@playwright/test'
import { startHttpHost } from '../../support/test-host.ts'
import { type Host, type Launch, launchBrowser, launchWindow, type Program } from './launch.ts'
import { Watch } from './watch.ts'

export { expect } from '@playwright/test'

type Fixtures = {
  /** A folder of the test's own: the user's home, the program's settings, files to drop. */
  folder: string
  /** Starts the program. What runs at the end is ended, and what the watch saw is held against it. */
  launch: Launch
}

type WorkerFixtures = {
  host: Host
  /** One browser for all tests of a worker, each with a context of its own: starting one takes longer than most tests' steps. */
  openBrowser: () => Promise<Browser>
  /** The program's own folder with the sample company in it, as someone has it who looked round before. */
  sampleFolder: string
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  host: ['http', { option: true, scope: 'worker' }],
  openBrowser: [
    async ({ playwright, launchOptions }, use) => {
      const opened: Promise<Browser>[] = []
      await use(() => {
        opened[0] ??= playwright.chromium.launch(launchOptions)
        return opened[0]
      })
      for (const browser of opened) await (await browser).close()
    },
    { scope: 'worker' },
  ],
  sampleFolder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
    async ({}, use) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'quayside-sample-'))
      const host = await startHttpHost({ folder })
      const reply = await host.call({ id: 1, kind: 'mutation', path: 'host.openSample', input: undefined })
      await host.stop()
      if (!reply.ok) throw new Error(JSON.stringify(reply.error))
      await use(path.join(folder, 'settings'))
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    },
    { scope: 'worker' },
  ],
  folder: async ({ sampleFolder }, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'quayside-e2e-'))
    for (const name of ['home/Documents', 'temp', 'files']) mkdirSync(path.join(folder, name), { recursive: true })
    // The book, and what the machine remembers of it; the program's settings begin empty.
    for (const name of ['sample', 'books'])
      cpSync(path.join(sampleFolder, name), path.join(folder, 'settings', name), { recursive: true })
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },
  launch: async ({ host, folder, openBrowser, contextOptions }, use) => {
    const programs: Program[] = []
    const watch = new Watch()
    await use(async (options = {}) => {
      const settings = { folder, language: 'en' as const, watch, ...options }
      const program = await (host === 'electron'
        ? launchWindow(settings)
        : launchBrowser({ ...settings, browser: await openBrowser(), contextOptions }))
      programs.push(program)
      return program
    })
    for (const program of programs) await program.stop()
    watch.expectQuiet()
  },
})
