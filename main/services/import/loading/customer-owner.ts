// Who of the book's people looks after a customer, as a file names them.
import type { LoadContext, TypedRow } from '#main/services/import/loading/loader.ts'
import { textOf } from '#main/services/import/loading/loader.ts'
import { peopleNamed } from '#main/services/people/people-queries.ts'
import type { Id } from '#shared/ids.ts'

/**
 * The person whom a row names: one who works here before one who no longer does. A name that nobody has, or several, leaves
 * the customer as it is, and the report says so.
 */
export function ownerFinder({ tx, notes }: LoadContext): (row: TypedRow) => Id | undefined {
  const known = new Map<string, Id | undefined>()
  const find = (name: string) => {
    const people = peopleNamed(tx, name)
    const working = people.filter(({ archived }) => !archived)
    const meant = working.length > 0 ? working : people
    return meant.length === 1 ? meant[0]?.id : undefined
  }
  return (row) => {
    const name = textOf(row, 'owner')
    if (name === undefined) return undefined
    if (!known.has(name)) known.set(name, find(name))
    const id = known.get(name)
    if (id === undefined) notes.push({ line: row.line, field: 'owner', said: 'unknown-person' })
    return id
  }
}
