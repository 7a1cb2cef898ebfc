// Who uses the book: few enough that every question reads them all.
import type { ReadDb } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Person } from '#shared/schemas/people.ts'

const select = `SELECT id, name, name_zh AS nameZh, title, email, phone, archived FROM live_people`

type PersonRow = Omit<Person, 'archived'> & { archived: number }

const asPerson = (row: PersonRow): Person => ({ ...row, archived: row.archived === 1 })

/** Those who work with the book, by name; or those who no longer do. */
export function listPeople(db: ReadDb, { archived = false }: { archived?: boolean } = {}): Person[] {
  return db
    .all<PersonRow>(`${select} WHERE archived = ? ORDER BY name COLLATE NOCASE, id`, archived ? 1 : 0)
    .map(asPerson)
}

/** The person, archived or not, or `people/not-found`. */
export function getPerson(db: ReadDb, id: Id): Person {
  const row = db.get<PersonRow>(`${select} WHERE id = ?`, id)
  if (!row) throw new AppError('people/not-found')
  return asPerson(row)
}

/** The person who may work under this id: null where the book does not know them, or they are archived. */
export function workingPerson(db: ReadDb, id: Id | null): Person | null {
  const row = id === null ? undefined : db.get<PersonRow>(`${select} WHERE id = ? AND archived = 0`, id)
  return row ? asPerson(row) : null
}

/** People of this name in either language, archived ones included; letter case makes no difference. */
export function peopleNamed(db: ReadDb, name: string): Person[] {
  const wanted = plain(name)
  const all = db.all<PersonRow>(`${select} ORDER BY archived, id`)
  return all.filter((row) => plain(row.name) === wanted || plain(row.nameZh) === wanted).map(asPerson)
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
