// The application's life: ready, windows, quitting.
// https://www.electronjs.org/docs/latest/api/app
import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import type { App } from 'electron'
import { StandInWindow, windowEvents } from './browser-window.ts'
import { startChromium } from './chromium.ts'
import { preventable } from './event.ts'
import { takeInstanceLock } from './instance-lock.ts'
import { sessionsAreReady } from './session.ts'
import { watchTargets } from './targets.ts'
import { setBrowser } from './the-browser.ts'

type Surface = Pick<
  App,
  | 'enableSandbox'
  | 'exit'
  | 'getLocale'
  | 'getName'
  | 'getPreferredSystemLanguages'
  | 'getVersion'
  | 'isPackaged'
  | 'isReady'
  | 'name'
  | 'quit'
  | 'requestSingleInstanceLock'
  | 'whenReady'
> & { getPath(name: string): string }

export type AppSettings = {
  /** The Chromium to show windows with. */
  chromium: string
  name: string
  version: string
  isPackaged: boolean
  language: string
  /** Told once the app is ready: where a test's client may attach. */
  onReady(endpoint: string): void
}

export class StandInApp extends EventEmitter implements Surface {
  readonly name: string
  readonly isPackaged: boolean
  readonly #settings: AppSettings
  readonly #ready = Promise.withResolvers<void>()
  #isReady = false
  #isQuitting = false

  constructor(settings: AppSettings) {
    super()
    this.#settings = settings
    this.name = settings.name
    this.isPackaged = settings.isPackaged
    windowEvents.on('created', (window) => this.emit('browser-window-created', preventable(), window))
    windowEvents.on('focus', (window) => this.emit('browser-window-focus', preventable(), window))
    windowEvents.on('blur', (window) => this.emit('browser-window-blur', preventable(), window))
    windowEvents.on('closed', () => this.#windowClosed())
    setImmediate(() => void this.#start())
  }

  getName = () => this.name
  getVersion = () => this.#settings.version
  getLocale = () => this.#settings.language
  getPreferredSystemLanguages = () => [this.#settings.language]
  isReady = () => this.#isReady
  whenReady = () => this.#ready.promise

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  getPath(name: string): string {
    const home = homedir()
    const config = process.env.XDG_CONFIG_HOME ?? path.join(home, '.config')
    const places: Record<string, string> = {
      home,
      appData: config,
      userData: switchValue('user-data-dir') ?? path.join(config, this.name),
      documents: path.join(home, 'Documents'),
      downloads: path.join(home, 'Downloads'),
      temp: tmpdir(),
      exe: process.execPath,
    }
    const place = places[name]
    if (place === undefined) throw new Error(`Failed to get '${name}' path`)
    return place
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    const own = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return takeInstanceLock(this.getPath('userData'), own, (other) => {
      const tell = () =>
        this.emit('second-instance', preventable(), other.argv, other.workingDirectory, other.additionalData)
      // "Guaranteed to be emitted after the ready event."
      void this.#ready.promise.then(tell)
    })
  }

  /** before-quit, then every window is closed; one that stays open ends it; else will-quit, quit, and the end. */
  quit(): void {
    if (this.#isQuitting) return
    const wish = preventable()
    this.emit('before-quit', wish)
    if (wish.defaultPrevented) return
    this.#isQuitting = true
    const windows = StandInWindow.getAllWindows()
    for (const window of windows) window.close()
    if (windows.length === 0) this.#finish()
    else if (windows.some((window) => !window.isClosing())) this.#isQuitting = false
  }

  /** At once, without asking anybody. */
  exit(code = 0): void {
    this.emit('quit', preventable(), code)
    process.exit(code)
  }

  async #start(): Promise<void> {
    if (this.#isQuitting) return
    const chromium = await startChromium(this.#settings.chromium)
    process.once('exit', () => chromium.end())
    setBrowser(chromium)
    await watchTargets()
    sessionsAreReady()
    this.#isReady = true
    this.emit('ready', preventable(), {})
    this.#ready.resolve()
    this.#settings.onReady(chromium.endpoint)
  }

  #windowClosed(): void {
    if (StandInWindow.getAllWindows().length > 0) return
    if (this.#isQuitting) this.#finish()
    // "If you do not subscribe to this event and all windows are closed, the default behavior is to quit the app."
    else if (!this.emit('window-all-closed')) this.quit()
  }

  #finish(): void {
    const wish = preventable()
    this.emit('will-quit', wish)
    if (wish.defaultPrevented) this.#isQuitting = false
    else this.exit(0)
  }
}

function switchValue(name: string): string | undefined {
  const word = process.argv.find((each) => each.startsWith(`--${name}=`))
  return word?.slice(name.length + 3)
}
