// Chromium does not know the program's own scheme, so app://quayside/x is opened as https://quayside.app.invalid/x: also a
// secure origin of its own, and `.invalid` never resolves. Here one becomes the other; the program only ever sees app://.

const suffix = '.invalid'
const schemes = new Set<string>()

/** Called for every scheme that the program declares standard and secure; others stay as they are, and fail. */
export function mapScheme(scheme: string): void {
  schemes.add(scheme)
}

export function toChromium(address: string): string {
  const [, scheme, host, rest] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(address) ?? []
  if (!scheme || !host || !schemes.has(scheme)) return address
  return `https://${host}.${scheme}${suffix}${rest || '/'}`
}

export function fromChromium(address: string): string {
  const [, blob = '', host, scheme, rest] =
    /^(blob:)?https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.invalid(.*)$/i.exec(address) ?? []
  if (!host || !scheme || !schemes.has(scheme)) return address
  return `${blob}${scheme}://${host}${rest}`
}

/** The origin as Electron names it: of a declared scheme app://quayside, of data: and about: `null`. */
export function originOf(address: string): string {
  const [origin] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]+/i.exec(address) ?? []
  return origin ?? 'null'
}
