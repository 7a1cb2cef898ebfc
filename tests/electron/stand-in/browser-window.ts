// A window: a page of its own in the real Chromium, and the state that a window manager would keep.
// https://www.electronjs.org/docs/latest/api/browser-window
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { preventable } from './event.ts'
import { worldScripts } from './preload-world.ts'
import { type StandInSession, session } from './session.ts'
import { theBrowser } from './the-browser.ts'
import { StandInContents } from './web-contents.ts'

type Surface = Pick<
  BrowserWindow,
  'id' | 'show' | 'hide' | 'isVisible' | 'focus' | 'blur' | 'isFocused' | 'minimize' | 'restore' | 'isMinimized'
> &
  Pick<BrowserWindow, 'close' | 'destroy' | 'isDestroyed' | 'loadURL' | 'getTitle'>

const windows = new Set<StandInWindow>()
let focused: StandInWindow | null = null

/** What happens to all windows, for the app to pass on. */
export const windowEvents = new EventEmitter()

export class StandInWindow extends EventEmitter implements Surface {
  readonly id: number
  readonly webContents: StandInContents
  /** For the tests: what the program asked for. */
  readonly standInOptions: BrowserWindowConstructorOptions
  #targetId: Promise<string>
  #isVisible: boolean
  #isMinimized = false
  #isDestroyed = false
  #isClosing = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    const { webPreferences = {} } = options
    refuseWhatCannotBeShown(webPreferences)
    this.standInOptions = options
    this.#isVisible = options.show ?? true
    const scripts = webPreferences.preload ? worldScripts(readFileSync(webPreferences.preload, 'utf8')) : null
    this.#targetId = openTarget(options)
    this.webContents = new StandInContents(this.#targetId, {
      scripts,
      session: (webPreferences.session as unknown as StandInSession | undefined) ?? session.defaultSession,
      javascript: webPreferences.javascript ?? true,
    })
    this.id = this.webContents.id
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.on('stand-in-open', (url: string) => void new StandInWindow().loadURL(url))
    windows.add(this)
    windowEvents.emit('created', this)
    void this.#targetId.then((id) => targets.set(id, this))
  }

  static getAllWindows(): StandInWindow[] {
    return [...windows]
  }

  static getFocusedWindow(): StandInWindow | null {
    return focused
  }

  static fromWebContents(contents: StandInContents): StandInWindow | null {
    return [...windows].find((window) => window.webContents === contents) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  getTitle(): string {
    return this.standInOptions.title ?? ''
  }

  show(): void {
    this.#isVisible = true
    this.emit('show')
    this.focus()
  }

  hide(): void {
    this.#isVisible = false
    this.emit('hide')
    this.blur()
  }

  isVisible(): boolean {
    return this.#isVisible && !this.#isMinimized
  }

  focus(): void {
    if (focused === this || this.#isMinimized || !this.#isVisible) return
    focused?.blur()
    focused = this
    this.emit('focus')
    windowEvents.emit('focus', this)
  }

  blur(): void {
    if (focused !== this) return
    focused = null
    this.emit('blur')
    windowEvents.emit('blur', this)
  }

  isFocused(): boolean {
    return focused === this
  }

  minimize(): void {
    this.blur()
    this.#isMinimized = true
    this.emit('minimize')
  }

  restore(): void {
    this.#isMinimized = false
    this.emit('restore')
  }

  isMinimized(): boolean {
    return this.#isMinimized
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  /** Whether it goes, or a listener kept it. */
  isClosing(): boolean {
    return this.#isClosing
  }

  /** As if the user closed it; a `close` listener may keep it open. */
  close(): void {
    const event = preventable()
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#isClosing) return
    this.#isClosing = true
    const closing = this.#targetId.then((targetId) => theBrowser().browser.send('Target.closeTarget', { targetId }))
    // The page may have gone first.
    closing.catch(() => {}).finally(() => this.markClosed())
  }

  /** The page is gone, whoever closed it. */
  markClosed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.blur()
    windows.delete(this)
    this.webContents.markDestroyed()
    this.emit('closed')
    windowEvents.emit('closed', this)
  }
}

const targets = new Map<string, StandInWindow>()

/** The window behind a page of the browser. */
export function windowOfTarget(targetId: string): StandInWindow | undefined {
  return targets.get(targetId)
}

async function openTarget({ width = 800, height = 600 }: BrowserWindowConstructorOptions): Promise<string> {
  const { targetId } = await theBrowser().browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width,
    height,
  })
  return targetId
}

/** The stand-in knows sandboxed, isolated pages only; anything else would be shown stricter than it is. */
function refuseWhatCannotBeShown(preferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>): void {
  const { sandbox = true, contextIsolation = true, nodeIntegration = false, webSecurity = true } = preferences
  if (!sandbox || !contextIsolation || nodeIntegration || !webSecurity)
    throw new Error('the stand-in has only windows with a sandbox, context isolation, web security and without Node')
}
