import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { memoryBytes } from '#main/services/import/reading/byte-source.ts'
import { detectEncoding } from '#main/services/import/reading/detect-encoding.ts'
import type { Encoding } from '#main/services/import/reading/encodings.ts'
import { bytesOf } from './text-file.ts'

const guessOf = (...parts: readonly (string | Uint8Array)[]) =>
  detectEncoding(
    memoryBytes('x.csv', Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)))),
  )

const chinese = '货号,品名,单价\nA-1,铁观音,12.5\nA-2,正山小种,18\n'
const western = 'sku;name;prix\nA-1;Thé noir, extra;12,5\nA-2;Crème brûlée;18\n'

describe('the encoding', () => {
  it.each([
    ['utf-8', chinese],
    ['utf-8', western],
    ['utf-8', 'sku,name\n1,cup\n'],
    ['utf-16le', chinese],
    ['utf-16be', western],
    ['gb18030', chinese],
    ['gb18030', '产品\n杯\n'],
    ['windows-1252', western],
    ['windows-1252', 'name\nMüller & Söhne – 5 €\n'],
  ] as const)('%s is found without a mark', (encoding, text) => {
    expect(detectEncoding(bytesOf(text, { encoding }))).toMatchObject({ encoding })
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'] as const)('%s is found by its mark', (encoding) => {
    expect(detectEncoding(bytesOf(chinese, { encoding, hasMark: true }))).toEqual({
      encoding,
      isSure: true,
      strayBytes: 0,
    })
  })

  it('is no encoding where the bytes are no text', () => {
    expect(guessOf(Uint8Array.from({ length: 4000 }, (_, at) => at % 256))).toBeNull()
  })

  it('is found by one byte at the end of a long file', () => {
    const ascii = 'sku,name,price\n'.repeat(200_000)
    expect(guessOf(ascii)).toEqual({ encoding: 'utf-8', isSure: true, strayBytes: 0 })
    expect(guessOf(ascii, Buffer.from([0xe9]), '\n')).toMatchObject({ encoding: 'windows-1252', isSure: false })
    expect(guessOf(ascii, iconv.encode('产品', 'gb18030'))).toMatchObject({ encoding: 'gb18030' })
  })

  it('stays UTF-8 with a few foreign bytes in it, and says so', () => {
    const guess = guessOf('Crème brûlée, thé, café\n'.repeat(20_000), Buffer.from([0xe9, 0x2c, 0x92]))
    expect(guess).toEqual({ encoding: 'utf-8', isSure: false, strayBytes: 2 })
  })

  it('is not misled by a character over the border of two chunks', () => {
    for (const shift of [0, 1, 2, 3]) {
      expect(guessOf('a'.repeat(262_144 - shift), '茶'.repeat(100))).toEqual({
        encoding: 'utf-8',
        isSure: true,
        strayBytes: 0,
      })
    }
  })

  it('takes all of a text in each encoding, whatever it says', () => {
    const texts: readonly (readonly [Encoding, string])[] = [
      ['gb18030', '深圳市南山区科技园有限公司,不锈钢保温杯,蓝牙耳机\n'],
      ['shift_jis', '注文番号\t商品名\n250-1\t湯呑み（大）\t山田太郎\t東京都港区\n'],
      ['shift_jis', 'order-id\tproduct-name\n250-1\tマグカップ\n'],
      // Quotation marks before letters look like pairs of Shift JIS.
      ['windows-1252', 'name\nBob’s mug, Ann’s cup, “large” ones – it’s ‘new’\n'],
      ['windows-1252', 'nom\nL’été, l’Ébène, d’où – “Noël”, s’être\n'],
      ['windows-1252', 'Ærø, Łódź is not, Ñandú, Übergröße\n'],
    ]
    for (const [encoding, text] of texts) expect(detectEncoding(bytesOf(text, { encoding }))?.encoding).toBe(encoding)
  })
})
