// Which of an event's words say what happened and which where: what the rules understand is what happened.
import { findCountry } from '#shared/reference/countries.ts'
import type { StateReader } from '../state-rules.ts'

export type EventSaid = { text: string; place: string; country: string; sourceCode: string }

/** '17TRACK' and 'AfterShip' write their own words for a state beside the carrier's. */
const codeForm = /^(?:[A-Z][A-Za-z]+_[A-Za-z0-9]+|E[A-Z]{2})$/
const brackets = /[【[]([^【】[\]]{2,60})[】\]]/
const longestPlace = 80

export function wordsOfEvent(words: readonly string[], source: string, read: StateReader): EventSaid {
  const sourceCode = words.find((word) => codeForm.test(word)) ?? ''
  const said = words.filter((word) => word !== sourceCode && !/^\d+ pieces?$/i.test(word))
  const tells = (word: string) => read({ text: word, source, sourceCode: '' }).rule.by !== ''
  const first = said.findIndex(tells)
  const at = Math.max(first, 0)
  const others = said.filter((_, index) => index !== at)
  const placeAt = others.findIndex((word) => word.length <= longestPlace && !tells(word))
  const text = said.length === 0 ? '' : [said[at], ...others.filter((_, index) => index !== placeAt)].join(' · ')
  return { ...placed(text, others[placeAt] ?? '', tells), sourceCode }
}

function placed(text: string, place: string, tells: (word: string) => boolean): Omit<EventSaid, 'sourceCode'> {
  if (place !== '') return { text, place: tidy(place), country: countryOf(place) }
  const inBrackets = brackets.exec(text)?.[1]
  if (inBrackets !== undefined) return { text, place: inBrackets.trim(), country: countryOf(inBrackets) }
  return leading(text, tells) ?? trailing(text) ?? { text, place: '', country: '' }
}

/** 'Leipzig, Arrived at facility': a name, and behind the comma what happened there. */
function leading(text: string, tells: (word: string) => boolean): Omit<EventSaid, 'sourceCode'> | null {
  for (const match of text.matchAll(/[,，]\s*/g)) {
    const [head, tail] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    if (head.length > 40 || tells(head) || !tells(tail)) continue
    if (!/^[\p{Lu}\p{Script=Han}]/u.test(head)) continue
    return { text: tail, place: head, country: countryOf(head) }
  }
  return null
}

/** 'Processed at EAST MIDLANDS - UK': places stand in capitals behind the words; the text keeps them. */
function trailing(text: string): Omit<EventSaid, 'sourceCode'> | null {
  const match =
    /\b(?:at|in|from|facility|gateway|hub)\s+((?:[\p{Lu}\d][\p{Lu}\d.'’-]+)(?:[\s,/-]+[\p{Lu}\d(][\p{Lu}\d.'’)-]*)*)$/u.exec(
      text,
    )
  const place = match?.[1]
  if (place === undefined || place.length < 3) return null
  return { text, place: tidy(place), country: countryOf(place) }
}

function tidy(place: string): string {
  return place.replaceAll(/\s+/g, ' ').trim()
}

/** Two letters that are a state of the USA and a country elsewhere say neither. */
const doubtful = new Set([
  'CA',
  'DE',
  'IN',
  'GA',
  'MA',
  'MD',
  'ME',
  'MN',
  'MO',
  'MS',
  'MT',
  'NC',
  'NE',
  'PA',
  'SC',
  'SD',
  'VA',
  'AL',
  'AR',
  'CO',
  'ID',
  'IL',
  'KY',
  'LA',
  'TN',
])

/** The country at the end of a place: 'BERLIN - GERMANY', 'Austin, TX 78701', '广州, 中国'. */
export function countryOf(place: string): string {
  const last =
    place
      .split(/\s+-\s+|[,，]\s*/)
      .at(-1)
      ?.trim() ?? ''
  if (/^[A-Z]{2} \d{5}(?:-\d{4})?$/.test(last)) return 'US'
  if (doubtful.has(last)) return ''
  const sar = /hong kong/i.test(place) ? 'HK' : /maca[ou]/i.test(place) ? 'MO' : null
  return sar ?? findCountry(last) ?? (/\bCHINA\b/i.test(place) ? 'CN' : '')
}
