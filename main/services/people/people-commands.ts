// People come and go: they are archived, never deleted, since the log names them.

import type { WriteTx } from '#main/db/database.ts'
import { getPerson, peopleNamed } from '#main/services/people/people-queries.ts'
import type { UniqueKey } from '#main/services/records/unique-key.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type PersonDraft, type PersonInput, personInput } from '#shared/schemas/people.ts'

/** Adds someone who uses the book; `people/name-taken` where one of this name does. Who is nobody yet adds themselves. */
export function addPerson(tx: WriteTx, draft: PersonDraft): Id {
  const person = personInput.parse(draft)
  refuseTakenName(tx, person.name, null)
  const id = tx.insert('people', columnsOf(person))
  if (tx.personId === null) tx.signAs(id)
  return id
}

export function editPerson(tx: WriteTx, id: Id, person: PersonInput): void {
  const before = getPerson(tx, id)
  // A name that a merge made double stands in nobody's way until someone changes it.
  if (person.name !== before.name) refuseTakenName(tx, person.name, id)
  tx.update('people', id, columnsOf(person))
}

/** All of them or none. Whoever works under an archived person is asked who they are. */
export function setPeopleArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    getPerson(tx, id)
    tx.update('people', id, { archived: archived ? 1 : 0 })
  }
}

export const personKeys: readonly UniqueKey[] = [
  {
    table: 'people',
    columns: ['name'],
    holders: (db, { name }) => peopleNamed(db, String(name)).map(({ id }) => id),
  },
]

function refuseTakenName(tx: WriteTx, name: string, own: Id | null): void {
  const other = peopleNamed(tx, name).find((person) => person.id !== own)
  if (!other) return
  throw new AppError(other.archived ? 'people/name-archived' : 'people/name-taken', { name, field: 'name' })
}

function columnsOf({ name, nameZh, title, email, phone }: PersonInput) {
  return { name, name_zh: nameZh, title, email, phone }
}
