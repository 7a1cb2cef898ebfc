// The sample company itself: its profile in two languages, its logo and stamp, who works there, and the holidays of two years.
import type { WriteTx } from '#main/db/database.ts'
import { weekdayOf } from '#main/domain/book/working-days.ts'
import { keepBytes } from '#main/services/attachments/keep-content.ts'
import { saveCompany } from '#main/services/book/book-commands.ts'
import { companyProfile } from '#main/services/book/company-queries.ts'
import { addSpecialDays } from '#main/services/book/special-days.ts'
import { addPerson, editPerson } from '#main/services/people/people-commands.ts'
import { peopleNamed } from '#main/services/people/people-queries.ts'
import sample from '#resources/sample/company.json' with { type: 'json' }
import pictures from '#resources/sample/company-pictures.json' with { type: 'json' }
import { addDays, asDay, type Day } from '#shared/dates.ts'
import { companyInput } from '#shared/schemas/book.ts'
import { personInput } from '#shared/schemas/people.ts'

/** Who owns the sample company: under this name its book is made. */
export const sampleOwner = sample.people[0]?.name ?? ''

export function fillCompany(tx: WriteTx, today: Day): void {
  // People first: in a book that nobody has signed yet, the owner signs.
  for (const draft of sample.people) keepPerson(tx, personInput.parse(draft))
  const { companyName, baseCurrency, timeZone, rateMaxAgeDays } = companyProfile(tx)
  saveCompany(tx, companyInput.parse({ ...sample.profile, companyName, baseCurrency, timeZone, rateMaxAgeDays }))
  const keep = (name: string, base64: string) =>
    keepBytes(tx, { name, content: Buffer.from(base64, 'base64'), thumbnail: null }).id
  tx.update('books', 1, { logo_id: keep('logo.png', pictures.logo), stamp_id: keep('stamp.png', pictures.stamp) })
  const year = Number(today.slice(0, 4))
  for (const ofYear of [year, year + 1]) fillHolidays(tx, ofYear)
}

function keepPerson(tx: WriteTx, person: ReturnType<typeof personInput.parse>): void {
  const [known] = peopleNamed(tx, person.name)
  if (known) editPerson(tx, known.id, person)
  else addPerson(tx, person)
}

/** Days off on fixed dates, and the Saturday after the long ones worked in exchange. */
function fillHolidays(tx: WriteTx, year: number): void {
  for (const { from, to, name } of sample.holidays) {
    const last = asDay(`${year}-${to}`)
    addSpecialDays(tx, { from: asDay(`${year}-${from}`), to: last, isWorking: false, name })
    if (from === to) continue
    const saturday = addDays(last, ((6 - weekdayOf(last) + 6) % 7) + 1)
    addSpecialDays(tx, { from: saturday, to: saturday, isWorking: true, name })
  }
}
