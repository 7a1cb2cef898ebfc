// The window: sandboxed, isolated, on its own page for good.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BrowserWindow, nativeTheme } from 'electron'
import { isOwnUrl, pageUrl } from '#main/host/electron/page-origin.ts'

const preload = join(fileURLToPath(new URL('../preload/', import.meta.url)), 'preload.cjs')

let opened: BrowserWindow | null = null

/** The program's window while there is one; windows that only print papers are none. */
export function openedWindow(): BrowserWindow | null {
  return opened
}

/** Opens the window; it is shown when the first picture is there. */
export function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Quayside',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c2024' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  opened = window
  window.once('closed', () => {
    opened = null
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.webContents.on('will-navigate', (event) => {
    if (!isOwnUrl(event.url)) event.preventDefault()
  })
  window.webContents.on('will-attach-webview', (event) => event.preventDefault())
  void window.loadURL(pageUrl)
  return window
}
