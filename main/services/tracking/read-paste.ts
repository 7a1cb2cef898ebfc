// A paste as the book understands it: by its rules, its zone and today, and by the numbers that it has on shipments.
import type { ReadDb } from '#main/db/database.ts'
import { pasteNumbers } from '#main/domain/tracking/paste/paste-numbers.ts'
import { type ReadPaste, understandPaste } from '#main/domain/tracking/paste/understand-paste.ts'
import { bookFacts } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { recogniseNumber } from '#main/services/tracking/couriers.ts'
import { findByNumber } from '#main/services/tracking/find-by-number.ts'
import { bookStateReader } from '#main/services/tracking/tracking-rules.ts'
import { isZone } from '#shared/local-time.ts'
import type { FoundShipment, UnderstandQuestion } from '#shared/schemas/tracking.ts'

export type BookPaste = ReadPaste & {
  /** For times that tell none. */
  zone: string
  found: ReadonlyMap<string, FoundShipment[]>
}

export function readPaste(db: ReadDb, { text, options }: Pick<UnderstandQuestion, 'text' | 'options'>): BookPaste {
  const found = findByNumber(db, pasteNumbers(text))
  const paste = understandPaste(text, {
    ...{ order: options.dateOrder, year: options.year, source: options.source },
    ...{ today: bookToday(db, db.now), read: bookStateReader(db) },
    known: (number) => howSure(number, found),
    carrierOf: (number) => (number === '' ? '' : (recogniseNumber(number).candidates[0]?.carrier ?? '')),
  })
  const bookZone = bookFacts(db).timeZone
  return { ...paste, zone: options.zone || (isZone(bookZone) ? bookZone : ''), found: byBareNumber(paste, db) }
}

/** Figures alone are a number only where they are called one, or where a shipment has it. */
function howSure(number: string, found: ReadonlyMap<string, FoundShipment[]>): 'sure' | 'maybe' | 'no' {
  if (found.has(number)) return 'sure'
  const { candidates } = recogniseNumber(number)
  if (candidates.length === 0) return 'maybe'
  const isTelling = /[A-Z]/i.test(number) || candidates.some(({ checkDigit }) => checkDigit === 'ok')
  return isTelling ? 'sure' : 'maybe'
}

function byBareNumber({ parcels }: ReadPaste, db: ReadDb): Map<string, FoundShipment[]> {
  return findByNumber(
    db,
    parcels.map(({ number }) => number).filter((number) => number !== ''),
  )
}
