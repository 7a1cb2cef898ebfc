// Which signs a barcode can carry, and the check digit that GTINs end with. The drawing is the services' matter.

export type BarcodeForm = 'code128' | 'ean13' | 'ean8' | 'upca' | 'qr'
export type BarcodeAsked =
  | { form: BarcodeForm; code: string }
  | { problem: 'signs' | 'length' | 'check-digit' | 'empty' }

/** GTIN lengths with their check digit. */
const forms: Readonly<Record<number, BarcodeForm>> = { 8: 'ean8', 12: 'upca', 13: 'ean13' }

/** The check digit of a GTIN without it: weights 3 and 1 from the right. https://www.gs1.org/services/how-calculate-check-digit-manually */
export function gtinCheckDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0)
  return String((10 - (sum % 10)) % 10)
}

export function hasCheckDigit(code: string): boolean {
  return gtinCheckDigit(code.slice(0, -1)) === code.slice(-1)
}

/**
 * What to draw for a text. `auto`: a GTIN of 8, 12 or 13 digits whose check digit fits, else Code 128. `ean13` completes
 * twelve digits and takes UPC-A and EAN-8 as they are; what cannot be one is refused with the reason.
 */
export function barcodeFor(text: string, wanted: 'auto' | 'code128' | 'ean13' | 'qr'): BarcodeAsked {
  const code = text.trim()
  if (code === '') return { problem: 'empty' }
  if (wanted === 'qr') return code.length > 500 ? { problem: 'length' } : { form: 'qr', code }
  if (wanted === 'ean13') return gtin(code)
  const form = /^\d+$/.test(code) ? forms[code.length] : undefined
  if (wanted === 'auto' && form && hasCheckDigit(code)) return { form, code }
  if (!/^[\x20-\x7e]+$/.test(code)) return { problem: 'signs' }
  return code.length > 48 ? { problem: 'length' } : { form: 'code128', code }
}

function gtin(code: string): BarcodeAsked {
  if (!/^\d+$/.test(code)) return { problem: 'signs' }
  const form = forms[code.length]
  if (form && hasCheckDigit(code)) return { form, code }
  // Twelve digits that are no UPC-A are an EAN-13 without its last.
  if (code.length === 12) return { form: 'ean13', code: code + gtinCheckDigit(code) }
  return { problem: form ? 'check-digit' : 'length' }
}
