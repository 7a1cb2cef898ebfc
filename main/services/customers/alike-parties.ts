// Who in the book looks like the party that someone is just writing down: asked while they type, so it looks through the
// index of names and numbers, and compares only the few that it finds.
import type { ReadDb } from '#main/db/database.ts'
import { likeness } from '#main/domain/customers/likeness.ts'
import { partyKeys } from '#main/domain/customers/party-keys.ts'
import type { RecordShelf } from '#main/domain/search/record-shelf.ts'
import { readQuery } from '#main/domain/search/search-query.ts'
import { searchShelf } from '#main/domain/search/search-shelf.ts'
import { membersById } from '#main/services/customers/duplicate-members.ts'
import { keysOfParties } from '#main/services/customers/party-traits.ts'
import type { SearchIndex } from '#main/services/search/search-index.ts'
import type { Id } from '#shared/ids.ts'
import type { AlikeInput, AlikeParty } from '#shared/schemas/customers.ts'

/** Enough to be worth a look; fewer than what proposes two records as one. */
const leastPercent = 40
const mostShown = 5
const mostOfEach = 12

/** The likest first; of whatever role, for a customer may be a supplier already. */
export function alikeParties(db: ReadDb, index: SearchIndex, input: AlikeInput): AlikeParty[] {
  const shelf = index.shelves(db).get('party')
  if (!shelf) return []
  const wanted = partyKeys({ ...input, names: [input.name, input.nameZh], taxNumbers: [input.taxNumber] })
  const scored = keysOfParties(db, candidates(shelf, input))
    .map(({ id, keys }) => ({ id, ...likeness(wanted, keys) }))
    .filter(({ id, percent }) => id !== input.exceptId && percent >= leastPercent)
    .sort((left, right) => right.percent - left.percent || left.id - right.id)
    .slice(0, mostShown)
  const members = membersById(
    db,
    scored.map(({ id }) => id),
  )
  return scored.flatMap(({ id, percent, reasons }) => {
    const member = members.get(id)
    return member ? [{ ...member, percent, reasons }] : []
  })
}

function candidates(shelf: RecordShelf, input: AlikeInput): Id[] {
  const { taxNumber, emails, phones, addresses } = input
  const places = addresses.filter(({ street }) => street !== '').map(({ postalCode }) => postalCode)
  const texts = [
    taxNumber,
    ...emails,
    ...phones.map(lastDigits),
    ...places,
    ...nameParts(input.name),
    ...nameParts(input.nameZh),
  ]
  const asked = [...new Set(texts.map((text) => text.trim()).filter((text) => text.length > 1))]
  return [...new Set(asked.flatMap((text) => found(shelf, text)))]
}

function found(shelf: RecordShelf, text: string): Id[] {
  const question = { readings: readQuery(text), limit: mostOfEach, facets: 0, withArchived: true, recent: [] }
  return question.readings.length === 0 ? [] : searchShelf(shelf, question).map(({ id }) => id)
}

/** The name as a whole, and either half of its longest word: a slip stands in one of them only. */
function nameParts(name: string): string[] {
  const words = name.trim().split(/\s+/)
  const longest = words.reduce((found, word) => (word.length > found.length ? word : found), '')
  const half = Math.ceil(longest.length / 2)
  const halves = longest.length < 5 ? [] : [longest.slice(0, half), longest.slice(-half)]
  const others = words.filter((word) => word !== longest && word.length > 3).slice(0, 2)
  // Behind a half stand the other words, so that a common beginning is not all that is asked.
  const around = halves.flatMap((part) => (others.length > 0 ? [`${part} ${others.join(' ')}`] : [part]))
  return [name, ...around, ...(words.length > 1 ? [longest] : [])]
}

function lastDigits(phone: string): string {
  return phone
    .normalize('NFKC')
    .replaceAll(/\(0\)|\D/g, '')
    .slice(-9)
}
