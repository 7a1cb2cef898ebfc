// Finds out the encoding of a text file. UTF-8 is proved over the whole file, because one illegal byte near the end changes
// the answer; the older encodings are told apart by how their bytes pair up.
import { isAscii, isUtf8 } from 'node:buffer'
import type { ByteSource } from './byte-source.ts'
import type { Encoding } from './encodings.ts'
import { unfinishedUtf8 } from './text-decoder.ts'

export interface EncodingGuess {
  readonly encoding: Encoding
  /** False where another encoding would read the file as well, so that a look at the sample is worth while. */
  readonly isSure: boolean
  /** Bytes that are not UTF-8 in a file that otherwise is; they are read as Windows-1252. */
  readonly strayBytes: number
}

const headLength = 65_536
const chunkLength = 262_144
/** Enough of the non-ASCII parts to know how bytes pair up. */
const talliedLength = 4 * 1024 * 1024

/** The encoding of the file, or null where it is no text at all. */
export function detectEncoding(bytes: ByteSource): EncodingGuess | null {
  const head = bytes.read(0, headLength)
  const marked = byteOrderMark(head)
  if (marked === 'utf-8') return { ...guessByBytes(bytes), encoding: 'utf-8' }
  if (marked !== null) return sure(marked)
  const wide = utf16WithoutMark(head)
  if (wide !== null) return { encoding: wide, isSure: false, strayBytes: 0 }
  if (isBinary(head)) return null
  return guessByBytes(bytes)
}

function byteOrderMark(head: Uint8Array): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
}

/** Delimiters, digits and line ends have a zero byte in UTF-16: many zeros, nearly all at one side of the pairs. */
function utf16WithoutMark(head: Uint8Array): Encoding | null {
  const zeros = [0, 0]
  for (let at = 0; at < head.length; at += 1) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const pairs = head.length / 2
  if (odd > pairs * 0.1 && even * 20 < odd) return 'utf-16le'
  return even > pairs * 0.1 && odd * 20 < even ? 'utf-16be' : null
}

/** Control characters that no text has. A handful are forgiven: old programs leave some behind. */
function isBinary(head: Uint8Array): boolean {
  let controls = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)) controls += 1
  return controls > 2 && controls > head.length * 0.001
}

type Tally = {
  /** Sequences of UTF-8 beyond ASCII, and bytes that are in none. */
  utf8: number
  notUtf8: number
  /** Pairs in the area of GB 2312, where everyday Chinese lies; pairs elsewhere in GB 18030; bytes in no pair. */
  chinese: number
  otherPairs: number
  single: number
  /** Bytes of Shift JIS text: in pairs whose lead is below 0xa0, those of kana and of two high bytes, and in none. */
  japanese: number
  surelyJapanese: number
  notJapanese: number
}

function guessByBytes(bytes: ByteSource): EncodingGuess {
  const tally: Tally = {
    ...{ utf8: 0, notUtf8: 0, chinese: 0, otherPairs: 0, single: 0 },
    ...{ japanese: 0, surelyJapanese: 0, notJapanese: 0 },
  }
  let rest: Uint8Array = new Uint8Array(0)
  let tallied = 0
  for (let position = 0; position < bytes.size; position += chunkLength) {
    const chunk = bytes.read(position, chunkLength)
    const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const isLast = position + chunkLength >= bytes.size
    const whole = isLast ? joined.length : joined.length - unfinishedUtf8(joined)
    const part = joined.subarray(0, whole)
    rest = joined.subarray(whole)
    if (isAscii(part)) continue
    if (tallied >= talliedLength && isUtf8(part)) continue
    tallied += part.length
    countPairs(part, tally)
    if (tallied >= talliedLength && isClearlyNotUtf8(tally)) break
  }
  return judge(tally)
}

function countPairs(bytes: Uint8Array, tally: Tally): void {
  countUtf8(bytes, tally)
  countShiftJis(bytes, tally)
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const trail = bytes[at + 1] ?? 0
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1 && trail <= 0xfe) tally.chinese += 1
    else if (lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe && trail !== 0x7f) tally.otherPairs += 1
    else {
      tally.single += 1
      continue
    }
    at += 1
  }
}

/** Half-width kana (0xa1 to 0xdf) stand alone and say nothing: Chinese lies there as well. */
function countShiftJis(bytes: Uint8Array, tally: Tally): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80 || (lead >= 0xa1 && lead <= 0xdf)) continue
    const trail = bytes[at + 1] ?? 0
    const isPair = trail >= 0x40 && trail <= 0xfc && trail !== 0x7f && lead !== 0x80 && lead !== 0xa0 && lead <= 0xfc
    if (!isPair) {
      tally.notJapanese += 1
      continue
    }
    if (lead < 0xa0) tally.japanese += 1
    // Quotation marks of Windows-1252 before a letter make pairs as well, but none of these.
    if (lead < 0xa0 && (lead <= 0x83 || trail >= 0x80)) tally.surelyJapanese += 1
    at += 1
  }
}

function countUtf8(bytes: Uint8Array, tally: Tally): void {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0
    if (lead < 0x80) continue
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    if (isUtf8(bytes.subarray(at, at + length)) && at + length <= bytes.length) {
      tally.utf8 += 1
      at += length - 1
    } else tally.notUtf8 += 1
  }
}

function isClearlyNotUtf8(tally: Tally): boolean {
  return tally.notUtf8 > 1000 && tally.notUtf8 > tally.utf8 * 2
}

/**
 * Whole sequences of UTF-8 hardly come about by chance, so with many of them the rest is damage or foreign text pasted in.
 * With few, Chinese in GB 18030 has to be ruled out first: some of its pairs happen to be UTF-8 (产品 is one such word).
 */
function judge(tally: Tally): EncodingGuess {
  if (tally.notUtf8 === 0) return sure('utf-8')
  const stray: EncodingGuess = { encoding: 'utf-8', isSure: false, strayBytes: tally.notUtf8 }
  if (tally.utf8 >= tally.notUtf8 * 2) return stray
  const isChinese = tally.chinese >= (tally.chinese + tally.otherPairs + tally.single) * 0.6
  if (isChinese) return { encoding: 'gb18030', isSure: false, strayBytes: 0 }
  if (isJapanese(tally)) return { encoding: 'shift_jis', isSure: false, strayBytes: 0 }
  return tally.utf8 * 2 >= tally.notUtf8 ? stray : { encoding: 'windows-1252', isSure: false, strayBytes: 0 }
}

/** Most of it in pairs of Shift JIS, with many that no western text has. */
function isJapanese({ japanese, surelyJapanese, notJapanese, chinese, otherPairs, single }: Tally): boolean {
  const all = chinese + otherPairs + single
  return japanese >= all * 0.6 && surelyJapanese >= japanese * 0.3 && notJapanese <= japanese * 0.02
}

function sure(encoding: Encoding): EncodingGuess {
  return { encoding, isSure: true, strayBytes: 0 }
}
