// The book's own facts: company, base currency, who uses it.

import type { ReadDb } from '#main/db/database.ts'
import { workingPerson } from '#main/services/people/people-queries.ts'
import type { Id } from '#shared/ids.ts'

export type BookFacts = {
  uid: string
  companyName: string
  companyNameZh: string
  country: string
  baseCurrency: string
  timeZone: string
  rateMaxAgeDays: number
  isSample: boolean
  /** Null where nobody has said who works at this machine, or that person was archived. */
  person: { id: Id; name: string; nameZh: string } | null
}

/** What the shell and most services need to know of the book; `personId` is who uses it on this machine. */
export function bookFacts(db: ReadDb, personId: Id | null = null): BookFacts {
  const row = db.get<Omit<BookFacts, 'isSample' | 'person'> & { isSample: number }>(
    `SELECT uid, company_name AS companyName, company_name_zh AS companyNameZh, country, base_currency AS baseCurrency, time_zone AS timeZone,
       rate_max_age_days AS rateMaxAgeDays, is_sample AS isSample FROM books WHERE id = 1`,
  )
  if (!row) throw new Error('a book without its own row')
  const person = workingPerson(db, personId)
  return {
    ...row,
    isSample: row.isSample === 1,
    person: person && { id: person.id, name: person.name, nameZh: person.nameZh },
  }
}

/** The book's base currency. */
export function baseCurrency(db: ReadDb): string {
  return db.get<{ code: string }>('SELECT base_currency AS code FROM books WHERE id = 1')?.code ?? ''
}
