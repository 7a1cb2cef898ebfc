// Places of a zone in one text: `DE FR GB-BT`, or `Germany, France`.
import { countryCodes, findCountry } from '#shared/reference/countries.ts'

export type PlaceWords = { places: { country: string; postalPrefix: string }[]; unknown: string[] }

/** Names of several words stand between commas or semicolons; codes may stand between spaces as well. */
export function readPlaceWords(text: string): PlaceWords {
  const found: PlaceWords = { places: [], unknown: [] }
  for (const part of text.split(/[,;、\n]+/u).map((word) => word.trim())) {
    if (part === '') continue
    const named = findCountry(part)
    if (named !== null) found.places.push({ country: named, postalPrefix: '' })
    else for (const word of part.split(/\s+/u)) addWord(found, word)
  }
  return found
}

function addWord(found: PlaceWords, word: string): void {
  const country = word.slice(0, 2).toUpperCase()
  const rest = word.slice(2)
  if (!countryCodes.includes(country) || !(rest === '' || /^-[\p{L}\p{N}-]+$/u.test(rest))) found.unknown.push(word)
  else found.places.push({ country, postalPrefix: rest.slice(1).toUpperCase() })
}
