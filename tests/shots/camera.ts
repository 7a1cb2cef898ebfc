// Opens screens in a browser and takes their pictures once they stand still.
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type Translate, translator } from '#shared/i18n/translate.ts'
import type { Look } from '#tests/shots/looks.ts'
import type { TestHost } from '#tests/support/test-host.ts'
import { chromiumArguments, findChromium } from '../../scripts/find-chromium.mjs'

export type Camera = {
  shoot(path: string, file: string, act?: (page: Page, t: Translate) => Promise<void>): Promise<void>
  close(): Promise<void>
  /** What the pages complained of. */
  complaints: readonly string[]
}

export async function startBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge was found on this machine.')
  return chromium.launch({ executablePath, args: chromiumArguments() })
}

export async function openCamera(browser: Browser, host: TestHost, look: Look): Promise<Camera> {
  const { theme, language, width, height } = look
  await call(host, 'host.savePreferences', { language, theme })
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language,
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const [name = '', value = ''] = (await host.cookie()).split('=')
  await context.addCookies([{ name, value, url: host.origin }])
  const page = await context.newPage()
  const complaints: string[] = []
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`))
  const quiet = quietness(page)
  return {
    complaints,
    async shoot(path, file, act) {
      // A fresh load each time: no screen is shown in a state that another left behind.
      await page.goto('about:blank')
      await page.goto(`${host.origin}/#${path}`)
      await quiet()
      if (act) {
        await act(page, translator(language))
        await quiet()
      }
      mkdirSync(dirname(file), { recursive: true })
      await page.screenshot({ path: file, animations: 'disabled' })
    },
    close: () => context.close(),
  }
}

const quietMs = 300
const longestMs = 15_000

/** Resolves once no call has been under way for a moment. The stream of events never ends and does not count. */
function quietness(page: Page): () => Promise<void> {
  let open = 0
  let lastAt = performance.now()
  const counts = (url: string) => !url.endsWith('/api/events')
  const note = (change: number) => (request: { url(): string }) => {
    if (!counts(request.url())) return
    open += change
    lastAt = performance.now()
  }
  page.on('request', note(1))
  page.on('requestfinished', note(-1))
  page.on('requestfailed', note(-1))
  return async () => {
    const startedAt = performance.now()
    lastAt = startedAt
    while (performance.now() - startedAt < longestMs) {
      await page.waitForTimeout(50)
      if (open <= 0 && performance.now() - lastAt > quietMs) break
    }
    open = 0
    await page.evaluate(() => document.fonts.ready.then(() => true))
  }
}

/** A call to the host, its data or its failure. */
export async function call<Data>(host: TestHost, path: string, input?: object): Promise<Data> {
  const isMutation = /^(?:host\.(?!state|browse)|.*\.(?:add|create|edit|fill|run|choose)$)/.test(path)
  const reply = await host.call({ id: 1, kind: isMutation ? 'mutation' : 'query', path, input })
  if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(reply.error)}`)
  return reply.data as Data
}
