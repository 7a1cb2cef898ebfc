import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldSpelledOut, foldText, foldWithPlaces } from '#main/domain/search/fold-text.ts'

describe('folded text', () => {
  test.each([
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Øre & Æble', 'ore aeble'],
    ['ISTANBUL, ışık, İzmir', 'istanbul isik izmir'],
    ['ＡＢＣ－１２３', 'abc 123'],
    ['Ørsted—Đà Nẵng', 'orsted da nang'],
    ['m², m³, µm', 'm2 m3 μm'],
    ['A4纸（白）', 'a4 纸 白'],
    ['  –  ', ''],
  ])('%s is %s', (text, folded) => expect(foldText(text)).toBe(folded))

  test('folding twice changes nothing, and letters keep their places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const folded = foldText(text)
        expect(foldText(folded)).toBe(folded)
        const places = foldWithPlaces(text)
        expect(places.folded).toBe(folded)
        for (const [index, from] of places.from.slice(0, folded.length).entries())
          expect(places.to[index] ?? -1).toBeGreaterThanOrEqual(from)
      }),
    )
  })

  test('umlauts spelled out', () => {
    expect(foldSpelledOut('Müller Söhne')).toBe('mueller soehne')
    expect(foldSpelledOut('Købmand')).toBe('koebmand')
    expect(foldSpelledOut('café')).toBeNull()
  })
})
