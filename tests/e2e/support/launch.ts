// Starts the program for a spec: its HTTP host with a browser, or Electron itself where a runtime is found.
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { type Language, type Translate, translator } from '#shared/i18n/translate.ts'
import { launchElectron } from '../../electron/launch-electron.ts'
import { startHttpHost } from '../../support/test-host.ts'
import type { Watch } from './watch.ts'

export type Host = 'http' | 'electron'

export type Program = {
  page: Page
  /** The texts on the screen, by their keys. */
  t: Translate
  language: Language
  /** Does what begins a download; the path of the file when it is there. */
  download(begin: () => Promise<void>): Promise<string>
  stop(): Promise<void>
}

export type Settings = { folder: string; language: Language; watch: Watch }

export type Launch = (options?: { language?: Language }) => Promise<Program>

const systemLanguages = { en: 'en_US.UTF-8', 'zh-CN': 'zh_CN.UTF-8' } as const

/** How long a spec waits for something to act on, so that a missing button fails as one, not as a test that took too long. */
const patienceMs = 15_000

type BrowserSettings = Settings & {
  browser: Browser
  contextOptions: BrowserContextOptions
}

export async function launchBrowser(settings: BrowserSettings): Promise<Program> {
  const { folder, language, watch, browser, contextOptions } = settings
  const host = await startHttpHost({ folder, language: systemLanguages[language] })
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    ...contextOptions,
    locale: language,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  watch.follow(page, host.origin)
  await page.goto(host.url)
  return {
    page,
    language,
    t: translator(language),
    async download(begin) {
      const [download] = await Promise.all([page.waitForEvent('download'), begin()])
      const file = join(folder, 'files', download.suggestedFilename())
      await download.saveAs(file)
      return file
    },
    async stop() {
      await context.close()
      await host.stop()
    },
  }
}

/** The window's own address, served from inside the program. */
const windowOrigin = 'app://quayside'

export async function launchWindow({ folder, language, watch }: Settings): Promise<Program> {
  const app = await launchElectron({
    shell: 'electron',
    folder,
    args: [],
    language: systemLanguages[language].slice(0, 5).replace('_', '-'),
  })
  // The system's dialog cannot be driven; it answers as someone would who takes what is offered.
  await app.evaluate(
    ({ dialog }, home) => {
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const options = given.at(-1) as { defaultPath?: string }
        const name = (options.defaultPath ?? 'book.quay').split(/[\\/]/).at(-1)
        return { canceled: false, filePath: `${home}/${name}` }
      }
    },
    join(folder, 'home'),
  )
  const page = await app.firstWindow()
  page.setDefaultTimeout(patienceMs)
  watch.follow(page, windowOrigin)
  return {
    page,
    language,
    t: translator(language),
    async download(begin) {
      const ended = app.evaluate(
        ({ session }, target) => {
          return new Promise<string>((resolve) => {
            session.defaultSession.once('will-download', (_event, item) => {
              item.setSavePath(`${target}/${item.getFilename()}`)
              item.once('done', () => resolve(item.getSavePath()))
            })
          })
        },
        join(folder, 'files'),
      )
      await begin()
      return ended
    },
    async stop() {
      app.kill()
      await app.ended
    },
  }
}
