// The contents of a window: a real page of Chromium, with the program's guards around it.
// https://www.electronjs.org/docs/latest/api/web-contents
import { EventEmitter } from 'node:events'
import type { PrintToPDFOptions, WebContents } from 'electron'
import { preventable } from './event.ts'
import type { Frame, FrameRecord } from './frame.ts'
import { hearFromPage } from './ipc-main.ts'
import { openPage, type Page, type PausedRequest } from './page.ts'
import { applyPermissions } from './permissions.ts'
import type { FromPage, ToPage } from './preload-require.ts'
import type { WorldScripts } from './preload-world.ts'
import { answerRequest } from './requests.ts'
import type { StandInSession } from './session.ts'
import { theBrowser } from './the-browser.ts'

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]
type Surface = Pick<
  WebContents,
  'id' | 'executeJavaScript' | 'getURL' | 'isDestroyed' | 'loadURL' | 'printToPDF' | 'send' | 'setWindowOpenHandler'
>

/** What the program may ask of a page. */
export type ContentsOptions = { scripts: WorldScripts | null; session: StandInSession; javascript: boolean }

let count = 0

export class StandInContents extends EventEmitter implements Surface {
  readonly id: number
  readonly session: StandInSession
  #page: Promise<Page>
  #main: FrameRecord | undefined
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  /** Where the program itself sent the page: such a navigation is not asked about. */
  #sentTo: string | undefined
  #loaded: Promise<void> = Promise.resolve()
  #isDestroyed = false

  constructor(targetId: Promise<string>, options: ContentsOptions) {
    super()
    count += 1
    this.id = count
    this.session = options.session
    this.#page = targetId.then((id) => this.#attach(id, options))
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
    // "The promise will resolve when the page has finished loading".
    this.#loaded = new Promise((resolve) => this.once('did-finish-load', () => resolve()))
    const { errorText } = await page.navigate(url)
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await this.#loaded
  }

  /** The same Chromium command that Electron's own method leads to. */
  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { cdp } = await this.#page
    const { data } = await cdp.send('Page.printToPDF', pdfCommand(options))
    return Buffer.from(data, 'base64')
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

  async #attach(targetId: string, { scripts, javascript }: ContentsOptions): Promise<Page> {
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
    if (!javascript) await page.cdp.send('Emulation.setScriptExecutionDisabled', { value: true })
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

/** Only what the program asks for is known: another option must be added here, not silently dropped. */
function pdfCommand({ preferCSSPageSize, printBackground, generateTaggedPDF, ...others }: PrintToPDFOptions) {
  const unknown = Object.keys(others)
  if (unknown.length > 0) throw new Error(`the stand-in does not know printToPDF's ${unknown.join(', ')}`)
  return {
    ...(preferCSSPageSize !== undefined && { preferCSSPageSize }),
    ...(printBackground !== undefined && { printBackground }),
    ...(generateTaggedPDF !== undefined && { generateTaggedPDF }),
  }
}

function withoutFragment(url: string): string {
  return url.split('#')[0] ?? url
}
