import { describe, expect, it } from 'vitest'
import { detectDelimiter } from '#main/services/import/reading/detect-delimiter.ts'

describe('the delimiter', () => {
  it.each([
    [',', 'sku,name,price\nA,"Cup; blue",2.50\nB,Pot,9.00\n'],
    [';', 'sku;name;price\nA;Cup, blue;2,50\nB;Pot, red;9,00\n'],
    ['\t', 'sku\tname\tprice\nA\tCup, blue\t2,50\nB\tPot\t9,00\n'],
    ['|', 'sku|name\nA|Cup\nB|Pot\n'],
    [',', 'Sales report\n\nsku,name\nA,Cup\nB,Pot\nC,Can\n'],
  ])('%j', (delimiter, text) => {
    expect(detectDelimiter(text)).toEqual({ delimiter, isDeclared: false, isSure: true })
  })

  it('is what the first line says', () => {
    expect(detectDelimiter('sep=;\na,b;c\n')).toEqual({ delimiter: ';', isDeclared: true, isSure: true })
    expect(detectDelimiter('"sep=\t"\na,b\n')).toMatchObject({ delimiter: '\t', isDeclared: true })
  })

  it('is not sure of itself in a file of one column', () => {
    expect(detectDelimiter('sku\nA\nB\n')).toEqual({ delimiter: ',', isDeclared: false, isSure: false })
  })
})
