// Who a command line works for: `--person NAME`, else whom this machine knows, else the book's only person, else the
// system's user. People that the book does not know yet are added by the first write, and the choice is remembered. Where
// the one whom the machine knows has left, nobody is put in their place unasked.
import type { OpenBook } from '#main/db/book.ts'
import type { MachineMemory } from '#main/db/machine-memory.ts'
import { read } from '#main/db/statements.ts'
import { signed } from '#main/host/signed-write.ts'
import { systemUserName } from '#main/host/system-user.ts'
import { addPerson } from '#main/services/people/people-commands.ts'
import { listPeople, peopleNamed, workingPerson } from '#main/services/people/people-queries.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

export type CliPerson = {
  /** Null where nobody is known yet. */
  known: Id | null
  /** The person a write carries: known, or added now; remembered in either case. `people/say-who` where they have left. */
  signUp(): Id
}

/** `people/archived` where the name given is that of someone who no longer works with the book. */
export function cliPerson(book: OpenBook, memory: MachineMemory, name = ''): CliPerson {
  const isNamed = name.trim() !== ''
  const remembered = memory.person(book.uid)
  const known = read(book.connection, (db) => {
    if (isNamed) return named(peopleNamed(db, name))
    if (remembered !== null) return workingPerson(db, remembered)?.id ?? null
    const people = listPeople(db)
    if (people.length === 1) return people[0]?.id ?? null
    return peopleNamed(db, systemUserName()).find((person) => !person.archived)?.id ?? null
  })
  return {
    known,
    signUp() {
      if (known === null && remembered !== null && !isNamed) throw new AppError('people/say-who')
      const id = known ?? add(book, name.trim() || systemUserName())
      if (memory.person(book.uid) !== id) memory.keepPerson(book.uid, id)
      return id
    },
  }
}

function named(people: ReturnType<typeof peopleNamed>): Id | null {
  const working = people.find((person) => !person.archived)
  if (!working && people[0]) throw new AppError('people/archived', { name: people[0].name })
  return working?.id ?? null
}

/** Where the system's user was archived by this name, they come back under it with a number behind. */
function add(book: OpenBook, name: string): Id {
  const adding = signed((tx) => {
    const isFree = (candidate: string) => peopleNamed(tx, candidate).length === 0
    let free = name
    for (let number = 2; !isFree(free); number += 1) free = `${name} ${number}`
    return addPerson(tx, { name: free })
  })
  return book.writer.write('people.add', null, adding).result
}
