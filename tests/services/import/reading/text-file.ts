// Text files for the tests of reading: from cells to bytes in any encoding, and sources that are no files.
import iconv from 'iconv-lite'
import { csvLine } from '#main/domain/import/csv-line.ts'
import { type ByteSource, memoryBytes } from '#main/services/import/reading/byte-source.ts'
import type { Encoding } from '#main/services/import/reading/encodings.ts'

export interface TextForm {
  readonly encoding?: Encoding
  readonly hasMark?: boolean
  readonly delimiter?: string
  readonly lineEnd?: '\n' | '\r\n' | '\r'
}

/** A file of these records, as another program would write it. */
export function textFile(records: readonly (readonly string[])[], form: TextForm = {}): ByteSource {
  const lineEnd = form.lineEnd ?? '\n'
  const lines = records.map((cells) => csvLine(cells, form.delimiter).replace(/\r\n$/, ''))
  return bytesOf(lines.map((line) => line.replaceAll('\n', lineEnd) + lineEnd).join(''), form)
}

/** A file of this text. */
export function bytesOf(text: string, form: TextForm = {}): ByteSource {
  const encoded = iconv.encode(text, form.encoding ?? 'utf-8', { addBOM: form.hasMark ?? false })
  return memoryBytes('test.csv', encoded)
}

/** A source of any size that is made as it is read: `pattern` over and over. */
export function endlessBytes(size: number, pattern: string, start = ''): ByteSource {
  const length = 65_536 - (65_536 % pattern.length)
  const repeated = Buffer.from(pattern.repeat(length / pattern.length + 1))
  const head = Buffer.from(start)
  return {
    name: 'endless.csv',
    size,
    read(position, wanted) {
      const count = Math.max(0, Math.min(wanted, size - position))
      if (position < head.length)
        return Buffer.concat([head, Buffer.alloc(count, repeated)]).subarray(position, position + count)
      const chunk = Buffer.alloc(count)
      for (let at = 0; at < count; at += length) {
        repeated.copy(chunk, at, (position - head.length + at) % pattern.length)
      }
      return chunk
    },
    close: () => {},
  }
}
