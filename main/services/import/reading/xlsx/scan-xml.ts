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

/** No tag or comment of a workbook comes near this; a file that has one is damaged or meant to harm. */
const longestTag = 1024 * 1024
/** `&#x10ffff;` */
const longestEscape = 10

export class XmlTooLong extends Error {}

/** Text may be told in several parts. */
export function scanXml(events: XmlEvents): XmlScanner {
  let rest = ''
  const tellText = (xml: string, from: number, to: number): void => {
    if (to > from) events.text(unescapeXml(xml.slice(from, to)))
  }
  return {
    write(piece) {
      const xml = rest + piece
      let at = 0
      for (;;) {
        const tagAt = xml.indexOf('<', at)
        const textEnd = tagAt === -1 ? endOfText(xml, at) : tagAt
        tellText(xml, at, textEnd)
        at = textEnd
        const end = tagAt === -1 ? -1 : endOfTag(xml, tagAt)
        if (end === -1) break
        tell(xml.slice(tagAt + 1, end - 1), events)
        at = end
      }
      rest = xml.slice(at)
      if (rest.length > longestTag) throw new XmlTooLong()
    },
  }
}

/** Where text without a tag may be cut: not inside an escape that goes on in the next piece. */
function endOfText(xml: string, from: number): number {
  const escapeAt = xml.lastIndexOf('&')
  return escapeAt >= from && xml.length - escapeAt < longestEscape && !xml.includes(';', escapeAt)
    ? escapeAt
    : xml.length
}

/** Position behind the tag, comment or section that begins here; -1 when it does not end in this text. */
function endOfTag(xml: string, at: number): number {
  const second = xml.charCodeAt(at + 1)
  if (second === 33 || second === 63 || Number.isNaN(second)) return endOfMarkup(xml, at)
  // Nothing stands in a closing tag that could hide its end.
  return second === 47 ? xml.indexOf('>', at) + 1 || -1 : endOfAttributes(xml, at)
}

/** A `>` may stand inside an attribute's value. */
function endOfAttributes(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml.charCodeAt(at)
    if (sign === 62) return at + 1
    if (sign !== 34 && sign !== 39) continue
    at = xml.indexOf(sign === 34 ? '"' : "'", at + 1)
    if (at === -1) return -1
  }
  return -1
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
