// The page's own origin. Module scripts do not load from file://, so the page has a scheme of its own.
export const pageScheme = 'app'
const pageOrigin = 'app://quayside'
export const pageUrl = `${pageOrigin}/`

/** Whether a URL belongs to the page itself. */
export function isOwnUrl(url: string): boolean {
  return url === pageOrigin || url.startsWith(pageUrl)
}
