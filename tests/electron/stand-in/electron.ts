// The stand-in for the module `electron` in the main process: as much of it as the program uses, typed by Electron's own
// types. A name that is missing here fails when the bundle is loaded. Not for judging how Electron itself behaves: each
// part follows the documented behaviour that its file names, and the same specs run in Electron where it is found.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { StandInApp } from './app.ts'
import { StandInWindow } from './browser-window.ts'
import { serveControl } from './control.ts'
import { escaped } from './requests.ts'

const appFolder = process.env.STAND_IN_APP ?? process.cwd()
const manifestFile = path.join(appFolder, 'package.json')
const manifest = existsSync(manifestFile)
  ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as { productName?: string; name: string; version: string })
  : { name: 'app', version: '0.0.0' }

export const app = new StandInApp({
  chromium: process.env.QUAYSIDE_CHROMIUM ?? '',
  name: manifest.productName ?? manifest.name,
  version: manifest.version,
  isPackaged: appFolder.endsWith('.asar'),
  language: process.env.STAND_IN_LANGUAGE ?? 'en-US',
  onReady: (endpoint) => control.tell({ type: 'ready', endpoint }),
})
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu } from './menu.ts'
export { nativeTheme } from './native-theme.ts'
export { protocol, session } from './session.ts'
export { shell } from './shell.ts'
export { StandInWindow as BrowserWindow }

/** For the tests alone: the requests that the program let through to the network. */
export const standIn = { escaped }

const control = serveControl(() => import('./electron.ts'))
