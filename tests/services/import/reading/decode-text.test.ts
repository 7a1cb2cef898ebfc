import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryBytes } from '#main/services/import/reading/byte-source.ts'
import { decodeText } from '#main/services/import/reading/decode-text.ts'
import { encodings, foundEncodings } from '#main/services/import/reading/encodings.ts'
import { bytesOf } from './text-file.ts'

const decoded = (...input: Parameters<typeof decodeText>) => [...decodeText(...input)].join('')

describe('text out of bytes', () => {
  it('is the same however the bytes are cut', () => {
    const sign = fc.constantFrom('a', 'é', 'ß', '€', '茶', '𠮷', '\n', ',', '"', 'ü')
    fc.assert(
      fc.property(
        fc.array(sign, { maxLength: 60 }),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'gb18030'),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        (signs, encoding, hasMark, pieceLength) => {
          const text = signs.join('')
          const bytes = bytesOf(text, { encoding, hasMark: hasMark && encoding !== 'gb18030' })
          expect(decoded(bytes, { encoding, pieceLength })).toBe(text)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('reads all bytes of Windows-1252, the five it leaves open too', () => {
    const all = Uint8Array.from({ length: 256 }, (_, at) => at).filter((byte) => byte !== 13 && byte !== 0)
    const text = decoded(memoryBytes('x', all), { encoding: 'windows-1252' })
    expect(text).toHaveLength(254)
    expect(new Set(text).size).toBe(254)
    expect(text).toContain('€')
    expect(text).toContain('’')
    expect(text).not.toContain('\ufffd')
  })

  it('reads broken UTF-8 byte by byte and counts it, with nothing lost', () => {
    const parts = [Buffer.from('thé '), Buffer.from([0xe9, 0x20, 0x92]), Buffer.from(' 茶'), Buffer.from([0xe8, 0x8c])]
    for (const pieceLength of [1, 2, 3, 5, 100]) {
      const progress = { bytesDone: 0, unreadable: 0 }
      const bytes = memoryBytes('x', Buffer.concat(parts))
      expect(decoded(bytes, { encoding: 'utf-8', pieceLength, progress })).toBe('thé é ’ 茶èŒ')
      expect(progress).toEqual({ bytesDone: bytes.size, unreadable: 4 })
    }
  })

  it('says how many characters a table of characters does not have', () => {
    const progress = { bytesDone: 0, unreadable: 0 }
    decoded(memoryBytes('x', Buffer.from([0x61, 0x81, 0x20, 0x62])), { encoding: 'gb18030', progress })
    expect(progress.unreadable).toBeGreaterThan(0)
  })

  it.each(encodings)('%s can be read', (encoding) => {
    expect(decoded(bytesOf('sku,name\n', { encoding }), { encoding })).toBe('sku,name\n')
  })
})

describe('line ends', () => {
  it('become LF, also where a piece ends between CR and LF', () => {
    for (const pieceLength of [1, 2, 3, 4, 50]) {
      expect(decoded(bytesOf('a\r\nb\rc\nd\r\r\ne\r'), { encoding: 'utf-8', pieceLength })).toBe('a\nb\nc\nd\n\ne\n')
    }
  })
})

it('leaves out NUL, at which most programs take text to end', () => {
  expect(decoded(bytesOf('S\u0000KU,\u0000\n'), { encoding: 'utf-8', pieceLength: 2 })).toBe('SKU,\n')
})

it('drops the byte order mark in each encoding', () => {
  for (const encoding of foundEncodings.slice(0, 3)) {
    expect(decoded(bytesOf('a', { encoding, hasMark: true }), { encoding, pieceLength: 1 })).toBe('a')
  }
})
