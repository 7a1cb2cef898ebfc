// Quayside in its window, started the same way for every spec: the built bundles under the stand-in, the packed ones, or
// Electron itself. A spec sees Playwright's ElectronApplication in each, as far as it needs it.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, type ElectronApplication, type Page } from '@playwright/test'
// Declares window.quayside.
import type {} from '#renderer/lib/transport.ts'
import { launchElectron, spawnElectron } from './launch-electron.ts'
import { launchStandIn, spawnStandIn } from './launch-stand-in.ts'

export type Shell = 'stand-in' | 'packed' | 'electron'

export type WindowApp = Pick<ElectronApplication, 'evaluate'> & {
  firstWindow(): Promise<Page>
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
  /** What it wrote on standard error so far. */
  complaints(): string
  kill(): void
}

export type LaunchOptions = {
  shell: Shell
  /** A folder of its own, for the home, the settings and the user data; two starts with one folder are two instances. */
  folder: string
  args: string[]
  language: string
}

export type Launch = (options?: Partial<Omit<LaunchOptions, 'shell'>>) => Promise<WindowApp>

type Fixtures = {
  folder: string
  /** Starts the program; whatever still runs at the end of the test is ended. */
  launch: Launch
  /** Starts the program once more beside the one that runs; the exit code. */
  startAgain(args: string[]): Promise<number | null>
}

export const test = base.extend<Fixtures, { shell: Shell }>({
  shell: ['stand-in', { option: true, scope: 'worker' }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'quayside-spec-'))
    for (const name of ['home/Documents', 'temp']) mkdirSync(path.join(folder, name), { recursive: true })
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  },
  launch: async ({ shell, folder }, use) => {
    const running: WindowApp[] = []
    await use(async (options = {}) => {
      const settings = { folder, args: [], language: 'en-US', ...options, shell }
      const app = await (shell === 'electron' ? launchElectron(settings) : launchStandIn(settings))
      running.push(app)
      return app
    })
    for (const app of running) app.kill()
    await Promise.all(running.map((app) => app.ended))
  },
  startAgain: async ({ shell, folder }, use) => {
    await use((args) => {
      const settings = { folder, args, language: 'en-US', shell }
      const child = shell === 'electron' ? spawnElectron(settings) : spawnStandIn(settings)
      return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
    })
  },
})

/** The environment of a person with a home of their own, so that nothing of this machine's settings is touched. */
export function personalEnvironment({ folder, language }: LaunchOptions): Record<string, string> {
  const home = path.join(folder, 'home')
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && !/^(NODE_(?!COMPILE_CACHE)|ELECTRON_|INIT_CWD)/.test(entry[0]),
  )
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    USERPROFILE: home,
    ...Object.fromEntries(['TMPDIR', 'TEMP', 'TMP'].map((name) => [name, path.join(folder, 'temp')])),
    XDG_CONFIG_HOME: path.join(home, '.config'),
    QUAYSIDE_DATA: path.join(folder, 'settings'),
    LANG: `${language.replace('-', '_')}.UTF-8`,
    LANGUAGE: language,
  }
}

/** Where Electron would keep its own data; what makes two starts two instances of one program. */
export function userDataSwitch(folder: string): string {
  return `--user-data-dir=${path.join(folder, 'user-data')}`
}
