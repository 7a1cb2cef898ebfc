// International bank account numbers (ISO 13616) and bank identifier codes (ISO 9362), as far as they tell themselves that
// they cannot be right. What a bank really has nobody can know offline: this only ever warns.
import { countryCodes } from '#shared/reference/countries.ts'

/** Characters of an IBAN by country, from the register that SWIFT keeps. */
const ibanLengths: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BI: 27,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DJ: 27,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FK: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LC: 32,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  LY: 25,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MN: 20,
  MR: 27,
  MT: 31,
  MU: 30,
  NI: 28,
  NL: 18,
  NO: 15,
  OM: 23,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  RU: 33,
  SA: 24,
  SC: 31,
  SD: 18,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  SO: 23,
  ST: 25,
  SV: 28,
  TL: 23,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
  YE: 30,
}

export type AccountDoubt = 'iban_length' | 'iban_check'

/** Without blanks and hyphens, in capitals. */
function compact(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
}

/** What cannot be right about an account number that looks like an IBAN; null where nothing is, or it is another kind of number. */
export function accountDoubt(text: string): AccountDoubt | null {
  const iban = compact(text)
  const length = /^[A-Z]{2}\d{2}[A-Z0-9]{6,}$/.test(iban) ? ibanLengths[iban.slice(0, 2)] : undefined
  if (length === undefined) return null
  if (iban.length !== length) return 'iban_length'
  return remainder97(iban) === 1 ? null : 'iban_check'
}

/** ISO 7064 MOD 97-10: the first four characters behind the others, letters as 10 to 35. */
function remainder97(iban: string): number {
  let remainder = 0
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const digits = Number.parseInt(character, 36)
    remainder = (remainder * (digits > 9 ? 100 : 10) + digits) % 97
  }
  return remainder
}

/** Whether a text has the form of a BIC: bank, country, place, and a branch or none. */
export function isBic(text: string): boolean {
  const bic = compact(text)
  if (!/^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)) return false
  const country = bic.slice(4, 6)
  return country === 'XK' || countryCodes.includes(country)
}
