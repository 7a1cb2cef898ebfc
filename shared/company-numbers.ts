// Numbers under which offices know a company, as far as their form tells that they cannot be right. Only ever a warning:
// forms change, and a number that looks wrong may still be the one on the certificate.
import type { CompanyNumberKind } from '#shared/schemas/book.ts'

export type NumberDoubt = 'vat_form' | 'eori_form' | 'uscc_form' | 'uscc_check' | 'customs_form'

/** VAT numbers behind the country's letters, by the forms that the European Commission publishes, and a few neighbours'. */
const vatForms: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^[A-Z0-9]\d{7}[A-Z0-9]$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
}

/** What cannot be right about a number, by its form and check digits; null where nothing is known against it. */
export function numberDoubt(kind: CompanyNumberKind, country: string, text: string): NumberDoubt | null {
  const number = text
    .normalize('NFKC')
    .replaceAll(/[\s./-]/g, '')
    .toUpperCase()
  if (number === '') return null
  if (kind === 'vat') return vatDoubt(country, number)
  if (kind === 'eori') return /^[A-Z]{2}[A-Z0-9]{1,15}$/.test(number) ? null : 'eori_form'
  if (country !== 'CN') return null
  if (kind === 'registration' || kind === 'tax') return usccDoubt(number)
  if (kind === 'customs') return /^[A-Z0-9]{10}$/.test(number) || usccDoubt(number) === null ? null : 'customs_form'
  return null
}

function vatDoubt(country: string, number: string): NumberDoubt | null {
  // Greece writes EL before its VAT numbers.
  const letters = country === 'GR' ? 'EL' : country
  const form = vatForms[letters]
  if (!form) return null
  const bare = number.startsWith(letters) ? number.slice(2) : number
  return form.test(bare) ? null : 'vat_form'
}

const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码, GB 32100-2015: 18 characters without I, O, S, V and Z, the last a check digit modulo 31. */
function usccDoubt(number: string): NumberDoubt | null {
  if (number.length !== 18) return 'uscc_form'
  const values = [...number].map((character) => usccAlphabet.indexOf(character))
  if (values.includes(-1)) return 'uscc_form'
  let sum = 0
  let weight = 1
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31 === values[17] ? null : 'uscc_check'
}
