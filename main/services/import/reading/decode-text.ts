// The text of a file, piece by piece, with one kind of line end (LF) and without a byte order mark.
import type { ByteSource } from './byte-source.ts'
import type { Encoding } from './encodings.ts'
import { textDecoding } from './text-decoder.ts'

/** Small enough that a piece and its lines stay in the processor's cache: larger ones measured slower. */
export const pieceLength = 65_536

/** How far reading has come, and what could not be read so far. Filled in while pieces are drawn. */
export type ReadingProgress = { bytesDone: number; unreadable: number }

export interface DecodeOptions {
  readonly encoding: Encoding
  readonly pieceLength?: number
  readonly progress?: ReadingProgress
}

export function* decodeText(bytes: ByteSource, options: DecodeOptions): Generator<string> {
  const length = options.pieceLength ?? pieceLength
  const decoding = textDecoding(options.encoding)
  const lineEnds = lineEndUnifier()
  let isStart = true
  for (let position = 0; ; position += length) {
    const chunk = bytes.read(position, length)
    const isLast = chunk.length < length
    let text = decoding.write(chunk)
    if (isLast) text += decoding.end()
    if (isStart && text !== '') {
      isStart = false
      if (text.charCodeAt(0) === 0xfeff) text = text.slice(1)
    }
    if (options.progress) note(options.progress, position + chunk.length, decoding.unreadable)
    const unified = lineEnds(withoutNul(text), isLast)
    if (unified !== '') yield unified
    if (isLast) return
  }
}

/** Most programs, and the digests of the log, take text to end at a NUL: what stood behind one would be kept unseen. */
function withoutNul(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text
}

function note(progress: ReadingProgress, bytesDone: number, unreadable: number): void {
  progress.bytesDone = bytesDone
  progress.unreadable = unreadable
}

/** CRLF and CR alone become LF; a CR at the end of a piece waits for what follows it. */
function lineEndUnifier(): (text: string, isLast: boolean) => string {
  let waiting = ''
  return (text, isLast) => {
    let piece = waiting + text
    waiting = ''
    if (!piece.includes('\r')) return piece
    if (!isLast && piece.endsWith('\r')) {
      waiting = '\r'
      piece = piece.slice(0, -1)
    }
    return piece.replace(/\r\n?/g, '\n')
  }
}
