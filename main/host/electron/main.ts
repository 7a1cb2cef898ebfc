// Electron's lifecycle: one instance, one window, a clean end.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { app, protocol, session, shell } from 'electron'
import { openDesk } from '#main/host/desk.ts'
import { channels } from '#main/host/electron/channels.ts'
import { systemDialogs } from '#main/host/electron/dialogs.ts'
import { listenToPage } from '#main/host/electron/ipc.ts'
import { setMenu } from '#main/host/electron/menu.ts'
import { systemOpener } from '#main/host/electron/open-file.ts'
import { pageScheme } from '#main/host/electron/page-origin.ts'
import { paperPdf } from '#main/host/electron/paper-pdf.ts'
import { applySessionPolicy } from '#main/host/electron/session-policy.ts'
import { openedWindow, openWindow } from '#main/host/electron/window.ts'
import { usualPlaces } from '#main/host/places.ts'
import { version } from '#main/host/version.ts'

// Before `ready`: a scheme that counts as secure and same-origin, so that module scripts and fetch work on it.
protocol.registerSchemesAsPrivileged([
  { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
])
app.enableSandbox()

const book = bookOf(process.argv, process.env.INIT_CWD ?? process.cwd())
// A later start hands its book over as data of its own: Chromium parts `--book` from its file in the words it passes on.
// https://www.electronjs.org/docs/latest/api/app#event-second-instance
if (app.requestSingleInstanceLock({ book })) void run()
else app.quit()

async function run(): Promise<void> {
  const places = usualPlaces()
  app.on('second-instance', (_event, _argv, _workingFolder, handedOver) => {
    const window = openedWindow()
    if (window?.isMinimized()) window.restore()
    window?.focus()
    const { book: wanted } = handedOver as { book?: unknown }
    if (typeof wanted === 'string') void desk.openPath(wanted)
  })
  await app.whenReady()
  const desk = openDesk(places, {
    kind: 'electron',
    version,
    systemLanguage: app.getPreferredSystemLanguages()[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    dialogs: systemDialogs,
    paperPdf,
    opener: systemOpener,
    outside: (url) => shell.openExternal(url),
  })
  applySessionPolicy(session.defaultSession)
  listenToPage(desk)
  setMenu()
  desk.onEvent((event) => openedWindow()?.webContents.send(channels.event, event))
  app.on('browser-window-blur', () => desk.rest())
  app.on('window-all-closed', () => app.quit())
  app.on('activate', () => {
    if (!openedWindow()) openWindow()
  })
  closeBeforeQuit(desk)
  if (book) await desk.openPath(book)
  openWindow()
}

/**
 * The first wish to quit closes the book; the quit that follows goes through. The window stays until then, so that a backup
 * that takes a while is seen, and can be left out.
 */
function closeBeforeQuit(desk: { close(): Promise<void> }): void {
  let isClosed = false
  app.on('browser-window-created', (_event, window) => {
    window.on('close', (closing) => {
      if (isClosed || window !== openedWindow()) return
      closing.preventDefault()
      app.quit()
    })
  })
  app.on('before-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void desk.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

/** The book named on the command line: `--book FILE`, or a file opened with Quayside. */
function bookOf(argv: readonly string[], folder: string): string | null {
  const { values, positionals } = parseArgs({
    args: argv.slice(1),
    options: { book: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const named = typeof values.book === 'string' ? values.book : positionals.find((text) => text.endsWith('.quay'))
  return named ? resolve(folder, named) : null
}
