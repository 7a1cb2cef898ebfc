// The window opens on the program's own page, strictly: sandboxed, isolated, under the policy.
import { expect } from '@playwright/test'
import { contentSecurityPolicy } from '#main/host/content-security.ts'
import { hostState } from './calls.ts'
import { test } from './window-app.ts'

test('opens on its own page, without a complaint', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  await page.reload()
  await expect(page).toHaveTitle(/Quayside/)
  await expect(page.locator('#root')).not.toBeEmpty()
  const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
  expect(url).toMatch(/^app:\/\/quayside\//)
  expect(errors).toEqual([])
  expect(app.complaints()).not.toContain('failed')
})

test('is shown once there is something to see', async ({ launch }) => {
  const app = await launch()
  await app.firstWindow()
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
  await expect.poll(isVisible).toBe(true)
})

test('asks for a sandboxed, isolated window without Node', async ({ launch, shell }) => {
  test.skip(shell === 'electron', 'Electron does not tell what a window was asked to be; the next test sees the effect')
  const app = await launch()
  await app.firstWindow()
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows() as unknown as {
      standInOptions: Electron.BrowserWindowConstructorOptions
    }[]
    return window?.standInOptions.webPreferences
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    webSecurity: true,
    webviewTag: false,
  })
})

test('gives the page the bridge and nothing of Node or Electron', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const seen = await page.evaluate(() => {
    const names = ['require', 'process', 'module', 'exports', 'Buffer', 'electron', 'ipcRenderer', 'contextBridge']
    return {
      found: names.filter((name) => name in globalThis),
      bridge: Object.keys(window.quayside ?? {}).sort(),
      isFrozen: Object.isFrozen(window.quayside),
    }
  })
  expect(seen).toEqual({ found: [], bridge: ['call', 'files', 'onEvent'], isFrozen: true })
})

test('serves every page under the content security policy', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const header = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(header).toBe(contentSecurityPolicy)
  const refused = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        })
        const script = document.createElement('script')
        script.textContent = 'document.title = "run"'
        document.body.append(script)
      }),
  )
  expect(refused).toBe('script-src-elem')
  expect(await page.title()).not.toBe('run')
})

test('serves nothing from outside its page folder', async ({ launch }) => {
  const app = await launch()
  const page = await app.firstWindow()
  const paths = ['/../main/electron.js', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/nothing.html']
  const statuses = await page.evaluate(
    (asked) => Promise.all(asked.map(async (path) => (await fetch(path)).status)),
    paths,
  )
  expect(statuses).toEqual(paths.map(() => 404))
})

test("speaks the system's language", async ({ launch }) => {
  const app = await launch({ language: 'zh-CN' })
  const page = await app.firstWindow()
  expect(await hostState(page)).toMatchObject({ host: 'electron', systemLanguage: 'zh-CN', book: null })
})
