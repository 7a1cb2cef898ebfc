// What a barcode can carry.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { barcodeFor, gtinCheckDigit, hasCheckDigit } from '#main/domain/papers/barcode-code.ts'

describe('barcodes', () => {
  test('GTINs with the check digit that GS1 gives', () => {
    expect(gtinCheckDigit('400638133393')).toBe('1')
    expect(gtinCheckDigit('9638507')).toBe('4')
    expect(gtinCheckDigit('03600029145')).toBe('2')
  })

  test('EAN-13: as it is, completed, or refused with the reason', () => {
    expect(barcodeFor('4006381333931', 'ean13')).toEqual({ form: 'ean13', code: '4006381333931' })
    expect(barcodeFor('400638133393', 'ean13')).toEqual({ form: 'ean13', code: '4006381333931' })
    expect(barcodeFor('036000291452', 'ean13')).toEqual({ form: 'upca', code: '036000291452' })
    expect(barcodeFor('96385074', 'ean13')).toEqual({ form: 'ean8', code: '96385074' })
    expect(barcodeFor('4006381333932', 'ean13')).toEqual({ problem: 'check-digit' })
    expect(barcodeFor('40063813339', 'ean13')).toEqual({ problem: 'length' })
    expect(barcodeFor('40063813339A1', 'ean13')).toEqual({ problem: 'signs' })
    expect(barcodeFor(' ', 'ean13')).toEqual({ problem: 'empty' })
  })

  test('left to itself, a code is a GTIN only where its check digit says so', () => {
    expect(barcodeFor('4006381333931', 'auto')).toMatchObject({ form: 'ean13' })
    expect(barcodeFor('4006381333932', 'auto')).toMatchObject({ form: 'code128' })
    expect(barcodeFor('HP-1042', 'auto')).toMatchObject({ form: 'code128' })
    expect(barcodeFor('橡木', 'auto')).toEqual({ problem: 'signs' })
    expect(barcodeFor('橡木', 'qr')).toMatchObject({ form: 'qr' })
  })

  test('one wrong digit is always found', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(digits, fc.nat(12), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const code = body.join('') + gtinCheckDigit(body.join(''))
        const wrong = code.slice(0, at) + String((Number(code.charAt(at)) + by) % 10) + code.slice(at + 1)
        expect(hasCheckDigit(code)).toBe(true)
        expect(hasCheckDigit(wrong)).toBe(false)
      }),
    )
  })
})
