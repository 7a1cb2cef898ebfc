// Watches a page for what must never happen: a request to anywhere but its own host, an error on the console (a violation of
// the content security policy is one), a fault that nobody caught.
import { expect, type Page } from '@playwright/test'

/** A paper's frame runs no script: axe and Playwright's traces try, and are told so. The paper's own are refused long before. */
const toolsInPapers = /^Blocked script execution in 'about:srcdoc' because the document's frame is sandboxed/

export class Watch {
  readonly #seen: string[] = []

  /** `origin` is the page's own host. Data and blobs stay within the page. */
  follow(page: Page, origin: string): void {
    page.context().on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) this.#seen.push(`request to ${url}`)
    })
    page.on('console', (message) => {
      if (toolsInPapers.test(message.text())) return
      if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) {
        this.#seen.push(`console ${message.type()}: ${message.text()}`)
      }
    })
    page.on('pageerror', (error) => this.#seen.push(`fault: ${error.stack ?? error.message}`))
  }

  get seen(): readonly string[] {
    return this.#seen
  }

  expectQuiet(): void {
    expect(this.#seen, 'requests elsewhere, console errors and faults').toEqual([])
  }
}
