// Customers that stand in the book twice: all of them at once, and the word that two are not the same.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { duplicateGroups } from '#main/domain/customers/duplicate-groups.ts'
import { membersById } from '#main/services/customers/duplicate-members.ts'
import { keysOfCustomers } from '#main/services/customers/party-traits.ts'
import { salesSetting } from '#main/services/orders/sales-settings.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { DuplicateReport } from '#shared/schemas/customers.ts'

/** Groups of customers that look alike, the likest first. */
export function customerDuplicates(db: ReadDb, { offset, limit }: { offset: number; limit: number }): DuplicateReport {
  const { leastPercent } = salesSetting(db, 'duplicates')
  const customers = keysOfCustomers(db)
  const idAt = (place: number) => customers[place]?.id ?? 0
  const distinct = distinctPairs(db)
  const { groups, commonValues } = duplicateGroups(
    customers.map(({ keys }) => keys),
    { leastPercent, areDistinct: (one, other) => distinct.has(pairKey(idAt(one), idAt(other))) },
  )
  const shown = groups.slice(offset, offset + limit)
  const members = membersById(
    db,
    shown.flatMap((group) => group.members.map(idAt)),
  )
  return {
    groups: shown.map((group) => ({
      ...group,
      members: group.members.flatMap((place) => members.get(idAt(place)) ?? []),
    })),
    total: groups.length,
    customers: customers.length,
    leastPercent,
    commonValues,
  }
}

function pairKey(one: Id, other: Id): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

function distinctPairs(db: ReadDb): Set<string> {
  const rows = db.raw('SELECT first_id, second_id FROM live_distinct_parties') as [Id, Id][]
  return new Set(rows.map(([first, second]) => pairKey(first, second)))
}

/** Notes that each of them is somebody else; what was noted before is not written again. */
export function setDistinct(tx: WriteTx, ids: readonly Id[]): void {
  const known = distinctPairs(tx)
  const sorted = [...new Set(ids)].sort((one, other) => one - other)
  if (membersById(tx, sorted).size !== sorted.length) throw new AppError('parties/not-found')
  sorted.forEach((first, index) => {
    for (const second of sorted.slice(index + 1))
      if (!known.has(pairKey(first, second))) tx.insert('distinct_parties', { first_id: first, second_id: second })
  })
}
