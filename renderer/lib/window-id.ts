// Tells this window (or browser tab) from others over the same book. It outlives a reload and ends with the window.

const key = 'quayside.window'

type Session = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
type Page = Pick<Window, 'addEventListener'>

/**
 * The id of the page's window. It lies in the session's storage only while the page is being left: a duplicated tab copies
 * that storage from a living page, and must not become the same window.
 */
export function claimWindowId(session: Session, page: Page, make: () => string = newId): string {
  const id = session.getItem(key) ?? make()
  const claim = () => session.removeItem(key)
  claim()
  page.addEventListener('pagehide', () => session.setItem(key, id))
  page.addEventListener('pageshow', claim)
  return id
}

function newId(): string {
  return crypto.randomUUID().slice(0, 18)
}

let claimed: string | null = null

export function windowId(): string {
  claimed ??= claimWindowId(sessionStorage, window)
  return claimed
}
