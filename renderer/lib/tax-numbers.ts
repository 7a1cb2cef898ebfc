// Whether a tax number looks like one of its country: told beside the field, never refused, for tables of rules grow old.
import { checkVAT, countries } from 'jsvat-next'

/** Greece writes EL before its numbers. */
const prefixes: Readonly<Record<string, string>> = { GR: 'EL' }

/** True where the number fails the rules of its country; false where it fits them, or where none are known. */
export function isDoubtfulTaxNumber(number: string, country: string): boolean {
  const plain = number.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  if (plain === '') return false
  const prefix = prefixes[country] ?? country
  const rules = countries.filter(({ codes }) => codes.includes(country) || codes.includes(prefix))
  if (rules.length === 0) return false
  const forms = plain.startsWith(prefix) ? [plain] : [`${prefix}${plain}`]
  return !forms.some((form) => checkVAT(form, rules).isValid)
}

/** Two letters of the country, then up to 15 signs. */
export function isDoubtfulEori(number: string): boolean {
  const plain = number.toUpperCase().replaceAll(/\s/g, '')
  return plain !== '' && !/^[A-Z]{2}[0-9A-Z]{1,15}$/.test(plain)
}
