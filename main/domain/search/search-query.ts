// What someone typed, as search understands it: words that must all be there, and other ways to write the same.
import { foldText } from './fold-text.ts'

/** One way to read what was typed: as a phrase, and as words of which each must be found somewhere in the record. */
export type Reading = { phrase: string; terms: readonly string[] }

const maxTerms = 8
const maxTermLength = 80
const phoneSigns = /^[\d\s+().\-/]+$/
/** So many digits look like a phone number. */
const phoneDigits = 5

/**
 * The readings of a text, the plainest first; none where there is nothing to look for. `SO 2026` is also `so2026`, since
 * codes are typed with and without their dashes; `030 1234` is also `301234`, as it stands behind a country's number.
 */
export function readQuery(text: string): Reading[] {
  const phrase = foldText(text)
  if (phrase === '') return []
  const terms = [...new Set(phrase.split(' '))].slice(0, maxTerms).map((term) => term.slice(0, maxTermLength))
  const joined = phrase.replaceAll(' ', '').slice(0, maxTermLength)
  const spellings = [joined, withoutTrunkZero(text, joined)].filter((one) => one !== null && one !== phrase)
  const others = [...new Set(spellings)] as string[]
  return [{ phrase, terms }, ...others.map((one) => ({ phrase: one, terms: [one] }))]
}

function withoutTrunkZero(text: string, digits: string): string | null {
  if (!phoneSigns.test(text) || digits.length < phoneDigits) return null
  return digits.replace(/^0+/, '') || null
}
