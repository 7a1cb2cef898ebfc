// A word across every page of a paper that does not count: a draft, or one that was made void. It goes on what is printed; the
// page as it is kept stays without it.

/** The page with the word on each sheet; a printed page repeats what is fixed. Only letters, digits and spaces are taken. */
export function markedPage(html: string, word: string): string {
  const plain = word.replaceAll(/[^\p{L}\p{N} ]/gu, '').slice(0, 40)
  // In front of everything else, since a style may speak of the last thing on the page.
  return html.replace(/<body[^>]*>/i, (body) => `${body}<div style="${style(plain)}">${plain}</div>`)
}

function style(word: string): string {
  // Chinese signs are about twice as wide as letters.
  const width = [...word].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1.2), 0)
  const size = Math.min(24, 90 / Math.max(width, 1))
  return [
    'position:fixed;top:0;right:0;bottom:0;left:0;z-index:9;display:flex;align-items:center;justify-content:center',
    `font:700 ${size.toFixed(1)}vw/1 Arial,sans-serif;letter-spacing:0.06em;white-space:nowrap;color:rgba(27,33,38,0.09)`,
  ].join(';')
}
