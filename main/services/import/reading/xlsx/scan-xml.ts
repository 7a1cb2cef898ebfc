// Reads XML as it comes, piece by piece: elements and text are told as they end. Only what spreadsheets contain: no entities
// of a document's own, so nothing can be blown up by them; namespace prefixes are dropped.
import { unescapeXml } from './unescape-xml.ts'

export interface XmlEvents {
  /** `attributes` is the tag's text, to be asked with `attribute`. */
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

export interface XmlScanner {
  write(piece: string): void
}

/** No element or text of a workbook comes near this; a file that has one is damaged or meant to harm. */
const longestToken = 8 * 1024 * 1024

export class XmlTooLong extends Error {}

export function scanXml(events: XmlEvents): XmlScanner {
  let rest = ''
  return {
    write(piece) {
      const xml = rest + piece
      let at = 0
      for (;;) {
        const tagAt = xml.indexOf('<', at)
        const end = tagAt === -1 ? -1 : endOfTag(xml, tagAt)
        if (end === -1) break
        if (tagAt > at) events.text(unescapeXml(xml.slice(at, tagAt)))
        tell(xml.slice(tagAt + 1, end - 1), events)
        at = end
      }
      rest = xml.slice(at)
      if (rest.length > longestToken) throw new XmlTooLong()
    },
  }
}

/** Position behind the tag, comment or section that begins here; -1 when it does not end in this text. */
function endOfTag(xml: string, at: number): number {
  const second = xml.charCodeAt(at + 1)
  if (second === 33 || second === 63 || Number.isNaN(second)) return endOfMarkup(xml, at)
  let end = xml.indexOf('>', at)
  let quote = xml.indexOf('"', at)
  // A `>` may stand inside an attribute's value.
  while (quote !== -1 && quote < end) {
    const closing = xml.indexOf('"', quote + 1)
    if (closing === -1) return -1
    if (closing > end) end = xml.indexOf('>', closing)
    quote = xml.indexOf('"', closing + 1)
  }
  return end === -1 ? -1 : end + 1
}

function endOfMarkup(xml: string, at: number): number {
  // The longest opening is nine characters: shorter, and it cannot be known which it is.
  if (xml.length - at < 9) return -1
  const closing = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml[at + 1] === '?'
        ? '?>'
        : '>'
  const end = xml.indexOf(closing, at + 2)
  return end === -1 ? -1 : end + closing.length
}

function tell(tag: string, events: XmlEvents): void {
  const first = tag.charCodeAt(0)
  if (first === 33) {
    if (tag.startsWith('![CDATA[')) events.text(tag.slice(8, -2))
    return
  }
  if (first === 63) return
  if (first === 47) {
    events.close(localName(tag, 1))
    return
  }
  const name = localName(tag, 0)
  events.open(name, tag)
  if (tag.charCodeAt(tag.length - 1) === 47) events.close(name)
}

function localName(tag: string, from: number): string {
  let end = from
  let start = from
  for (; end < tag.length; end += 1) {
    const sign = tag.charCodeAt(end)
    if (sign === 58) start = end + 1
    else if (sign <= 32 || sign === 47) break
  }
  return tag.slice(start, end)
}

/** The value of an attribute in a tag's text, or null where it has none of that name. */
export function attribute(tag: string, name: string): string | null {
  let at = tag.indexOf(`${name}=`)
  while (at > 0 && tag.charCodeAt(at - 1) > 32) at = tag.indexOf(`${name}=`, at + 1)
  if (at <= 0) return null
  const quote = tag[at + name.length + 1] ?? '"'
  const start = at + name.length + 2
  return unescapeXml(tag.slice(start, tag.indexOf(quote, start)))
}
