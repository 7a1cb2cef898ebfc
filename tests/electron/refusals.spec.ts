// What the window must not do: hear strangers, go elsewhere, open windows, ask for permissions, reach the network.
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { hostState } from './calls.ts'
import { appFolder } from './program-files.ts'
import { test, type WindowApp } from './window-app.ts'

test('does not hear a page of foreign origin, though it has the preload', async ({ launch, shell }) => {
  const app = await launch()
  await app.firstWindow()
  const answer = await inForeignPage(
    app,
    appFolder(shell),
    "quayside.call({ id: 1, kind: 'query', path: 'host.state' })",
  )
  expect(answer).toContain('call/foreign-sender')
  const files = await inForeignPage(app, appFolder(shell), "quayside.files.open('x.csv')")
  expect(files).toContain('call/foreign-sender')
})

for (const address of ['https://example.com/', 'http://127.0.0.1:1/', 'app://elsewhere/'])
  test(`does not navigate to ${address}`, async ({ launch }) => {
    const app = await launch()
    const page = await app.firstWindow()
    const before = page.url()
    await watchNavigation(app)
    await page.evaluate(
      (url) => {
        location.href = url
      },
      await asPageSeesIt(page, address),
    )
    expect(await askedNavigation(app)).toEqual({ url: address, isPrevented: true })
    expect(page.url()).toBe(before)
    expect(await hostState(page)).toMatchObject({ host: 'electron' })
    expect(await escapedRequests(app)).toEqual([])
  })

test('does not follow a link away', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await watchNavigation(app)
  await clickLink(page, 'https://example.com/away', '_self')
  expect(await askedNavigation(app)).toEqual({ url: 'https://example.com/away', isPrevented: true })
  expect(await hostState(page)).toMatchObject({ host: 'electron' })
})

test('opens no windows: neither by script, nor by link, nor by form', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  await page.evaluate(() => void window.open('https://example.com/', 'popup'))
  await page.evaluate(() => void window.open('/', '_blank', 'noopener'))
  await clickLink(page, 'https://example.com/', '_blank')
  // The window's own answer comes after the wishes before it.
  expect(await hostState(page)).toMatchObject({ host: 'electron' })
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await escapedRequests(app)).toEqual([])
})

test('grants nothing but writing plain text to the clipboard', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'idle-detection']
  const states = await page.evaluate(
    (asked) =>
      Promise.all(
        asked.map(async (name) => [name, (await navigator.permissions.query({ name: name as PermissionName })).state]),
      ),
    names,
  )
  expect(Object.fromEntries(states)).toEqual(Object.fromEntries(names.map((name) => [name, 'denied'])))
  const copied = await page.evaluate(() => navigator.clipboard.writeText('SO-2026-0001').then(() => 'copied', String))
  expect(copied).toBe('copied')
})

test('lets no request out, even where no policy of a page forbids it', async ({ launch, shell }) => {
  const app = await launch()
  await app.firstWindow()
  const answer = await inForeignPage(app, appFolder(shell), "fetch('https://example.com/').then(() => 'answered')")
  expect(answer).toContain('Failed to fetch')
  expect(await escapedRequests(app)).toEqual([])
})

/** Runs code in a second window with the same preload on a page that is not ours; the value or the error's text. */
function inForeignPage(app: WindowApp, program: string, code: string): Promise<string> {
  const preload = path.join(program, 'out', 'preload', 'preload.cjs')
  return app.evaluate(
    async ({ BrowserWindow }, sent) => {
      const window = new BrowserWindow({ show: false, webPreferences: { preload: sent.preload } })
      await window.loadURL('data:text/html,<title>foreign</title>')
      const result = await window.webContents.executeJavaScript(`Promise.resolve(${sent.code}).then(String, String)`)
      window.destroy()
      return result as string
    },
    { preload, code },
  )
}

/** Under the stand-in the page lives at a stand-in of its address (page-address.ts); in Electron at its own. */
async function asPageSeesIt(page: Page, address: string): Promise<string> {
  const isStandIn = page.url().startsWith('https:')
  return isStandIn ? address.replace(/^app:\/\/([^/]+)/, 'https://$1.app.invalid') : address
}

type Asked = { url: string; isPrevented: boolean }
type Watching = { asked: Promise<Asked> }

async function watchNavigation(app: WindowApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const kept = globalThis as unknown as Watching
    kept.asked = new Promise((resolve) => {
      window?.webContents.once('will-navigate', (event) =>
        resolve({ url: event.url, isPrevented: event.defaultPrevented }),
      )
    })
  })
}

function askedNavigation(app: WindowApp): Promise<Asked> {
  return app.evaluate(() => (globalThis as unknown as Watching).asked)
}

async function clickLink(page: Page, href: string, target: string): Promise<void> {
  await page.evaluate(
    (link) => {
      const anchor = Object.assign(document.createElement('a'), { ...link, textContent: 'away' })
      document.body.append(anchor)
      anchor.click()
      anchor.remove()
    },
    { href, target },
  )
}

/** What the stand-in saw leave; Electron itself cannot tell. */
function escapedRequests(app: WindowApp): Promise<string[]> {
  return app.evaluate((electron) => (electron as unknown as { standIn?: { escaped: string[] } }).standIn?.escaped ?? [])
}
