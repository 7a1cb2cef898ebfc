// Bytes to text, chunk by chunk, for one encoding. No character is lost at the border of two chunks, and no byte of a
// broken UTF-8 sequence: those are read as Windows-1252, which is what they nearly always are.
// iconv-lite and not TextDecoder for the rest, because its tables do not depend on how a runtime's ICU was built.
import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Encoding } from './encodings.ts'
import { decodeWindows1252 } from './windows-1252.ts'

export interface TextDecoding {
  write(bytes: Uint8Array): string
  end(): string
  /** Bytes (UTF-8) or characters (others) so far that the encoding does not have. */
  readonly unreadable: number
}

export function textDecoding(encoding: Encoding): TextDecoding {
  if (encoding === 'utf-8') return utf8Decoding()
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16Decoding(encoding === 'utf-16be')
  if (encoding === 'windows-1252') return { write: decodeWindows1252, end: () => '', unreadable: 0 }
  return tableDecoding(encoding)
}

function utf8Decoding(): TextDecoding {
  let rest: Uint8Array = new Uint8Array(0)
  const state = { unreadable: 0 }
  const decode = (bytes: Uint8Array): string => {
    if (isAscii(bytes)) return view(bytes).toString('latin1')
    if (isUtf8(bytes)) return view(bytes).toString('utf8')
    const mended = mendUtf8(bytes)
    state.unreadable += mended.broken
    return mended.text
  }
  return {
    write(bytes) {
      const joined = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      const whole = joined.length - unfinishedUtf8(joined)
      rest = joined.slice(whole)
      return decode(joined.subarray(0, whole))
    },
    end: () => decode(rest),
    get unreadable() {
      return state.unreadable
    },
  }
}

/** How many bytes at the end begin a sequence whose rest is still to come. */
export function unfinishedUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return lead <= 0xf4 ? 4 : 1
  if (lead >= 0xe0) return 3
  return lead >= 0xc2 ? 2 : 1
}

function mendUtf8(bytes: Uint8Array): { text: string; broken: number } {
  let text = ''
  let broken = 0
  let goodFrom = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes[at] ?? 0)
    if ((bytes[at] ?? 0) < 0x80 || (length > 1 && isUtf8(bytes.subarray(at, at + length)))) {
      at += Math.max(length, 1)
      continue
    }
    text += view(bytes.subarray(goodFrom, at)).toString('utf8') + decodeWindows1252(bytes.subarray(at, at + 1))
    broken += 1
    at += 1
    goodFrom = at
  }
  return { text: text + view(bytes.subarray(goodFrom)).toString('utf8'), broken }
}

function utf16Decoding(bigEndian: boolean): TextDecoding {
  let rest: Uint8Array = new Uint8Array(0)
  return {
    write(bytes) {
      const joined = Buffer.concat([rest, bytes])
      const whole = joined.length - (joined.length % 2)
      rest = joined.subarray(whole)
      const pairs = joined.subarray(0, whole)
      return (bigEndian ? pairs.swap16() : pairs).toString('utf16le')
    },
    // A byte left over belongs to no character; it is shown as a mark that something is missing.
    end: () => (rest.length === 0 ? '' : '\ufffd'),
    unreadable: 0,
  }
}

/** Text that goes on this long without a space, a comma or a line end is cut where it is. */
const longestWhole = 1024 * 1024

/**
 * Whole characters only are handed to iconv-lite, because its streaming decoder loses text when a four-byte character of
 * GB 18030 lies over a border. Bytes below 0x30 are never part of a longer character in any of these encodings.
 */
function tableDecoding(encoding: Encoding): TextDecoding {
  let rest: Uint8Array = new Uint8Array(0)
  const state = { unreadable: 0 }
  const decode = (bytes: Uint8Array): string => {
    const text = iconv.decode(view(bytes), encoding, { stripBOM: false })
    if (text.includes('\ufffd')) state.unreadable += text.split('\ufffd').length - 1
    return text
  }
  return {
    write(bytes) {
      const joined = rest.length === 0 ? bytes : Buffer.concat([rest, bytes])
      const safe = joined.findLastIndex((byte) => byte < 0x30) + 1
      const whole = safe === 0 && joined.length > longestWhole ? joined.length : safe
      rest = joined.subarray(whole)
      return decode(joined.subarray(0, whole))
    },
    end: () => decode(rest),
    get unreadable() {
      return state.unreadable
    },
  }
}

function view(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
