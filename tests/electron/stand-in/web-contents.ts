// The contents of a window: a real page of Chromium, with the program's guards around it.
// https://www.electronjs.org/docs/latest/api/web-contents
import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { preventable } from './event.ts'
import type { Frame, FrameRecord } from './frame.ts'
import { hearFromPage } from './ipc-main.ts'
import { openPage, type Page, type PausedRequest } from './page.ts'
import { applyPermissions } from './permissions.ts'
import type { FromPage, ToPage } from './preload-require.ts'
import type { WorldScripts } from './preload-world.ts'
import { answerRequest } from './requests.ts'
import { type StandInSession, session } from './session.ts'
import { theBrowser } from './the-browser.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]
type Surface = Pick<
  WebContents,
  'id' | 'executeJavaScript' | 'getURL' | 'isDestroyed' | 'loadURL' | 'send' | 'setWindowOpenHandler'
>

let count = 0

export class StandInContents extends EventEmitter implements Surface {
  readonly id: number
  readonly session: StandInSession
  #page: Promise<Page>
  #main: FrameRecord | undefined
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  /** Where the program itself sent the page: such a navigation is not asked about. */
  #sentTo: string | undefined
  #isDestroyed = false

  constructor(targetId: Promise<string>, scripts: WorldScripts | null) {
    super()
    count += 1
    this.id = count
    this.session = session.defaultSession
    this.#page = targetId.then((id) => this.#attach(id, scripts))
  }

  get mainFrame(): Frame | undefined {
    return this.#main
  }

  getURL(): string {
    return this.#main?.url ?? ''
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page
    await applyPermissions(theBrowser().browser, this.session, url)
    this.#sentTo = withoutFragment(url)
    const { errorText } = await page.navigate(url)
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
  }

  send(channel: string, ...args: unknown[]): void {
    const message: ToPage = { type: 'send', channel, args }
    void this.#page.then((page) => page.say(message))
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { cdp } = await this.#page
    const asked = { expression: code, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', asked)
    if (exceptionDetails) throw new Error(result.description ?? exceptionDetails.text)
    return result.value
  }

  /** The page is gone. */
  markDestroyed(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.emit('destroyed')
  }

  async #attach(targetId: string, scripts: WorldScripts | null): Promise<Page> {
    const { browser, session: sessionOf } = theBrowser()
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: true })
    const page: Page = await openPage(sessionOf(sessionId), scripts, {
      onMessage: (message, frame, reply) =>
        void hearFromPage(message as FromPage, { sender: this, senderFrame: frame }, reply),
      onRequest: (request) => void this.#answer(request),
      onNavigated: (frame) => {
        if (frame === this.#main) this.emit('did-navigate', preventable(), frame.url)
      },
      onLoaded: () => this.emit('did-finish-load'),
      onWindowOpen: (url, frameName, features) => this.#askToOpen(url, frameName, features.join(',')),
    })
    this.#main = page.mainFrame
    return page
  }

  async #answer(request: PausedRequest): Promise<void> {
    const page = await this.#page
    const guards = {
      session: this.session,
      mayNavigate: (url: string, isTop: boolean) => this.#mayNavigate(url, isTop),
    }
    // A page that closes takes its waiting requests with it.
    await answerRequest(page, request, guards).catch(() => {})
  }

  /** Without a handler a page may open windows, and whoever listens here (the window's class) opens one. */
  #askToOpen(url: string, frameName: string, features: string): void {
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' as const }
    const { action } = this.#openHandler({ url, frameName, features, referrer, disposition: 'new-window' })
    if (action === 'allow') this.emit('stand-in-open', url)
  }

  #mayNavigate(url: string, isMainFrame: boolean): boolean {
    if (isMainFrame && url === this.#sentTo) {
      this.#sentTo = undefined
      return true
    }
    const event = preventable({ url, isMainFrame, isSameDocument: false })
    this.emit('will-frame-navigate', event)
    if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url)
    return !event.defaultPrevented
  }
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url
}
