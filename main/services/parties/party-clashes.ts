// Customers and suppliers that two copies made twice, told by their code.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import {
  type ClashRule,
  clashOf,
  eachOther,
  type FoundClash,
  type Mender,
  updateOthers,
} from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, movePointers } from '#main/services/clashes/combine-records.ts'
import { freeName } from '#main/services/clashes/free-name.ts'
import { partiesWithCode } from '#main/services/parties/party-queries.ts'
import type { Id } from '#shared/ids.ts'

export const partyCodeTwins: ClashRule = {
  id: 'parties/same-code',
  tables: ['parties'],
  find(db) {
    // Letter case makes no difference in codes: the index is read once, and only the rows of doubled ones are looked at.
    const groups = db.raw(
      `SELECT min(p.code), json_group_array(p.id) FROM (
         SELECT code FROM parties INDEXED BY parties_by_code WHERE code > ''
         GROUP BY code COLLATE NOCASE HAVING count(*) > 1) d
       CROSS JOIN parties p ON p.id IN (
         SELECT id FROM parties INDEXED BY parties_by_code WHERE code > '' AND code = d.code COLLATE NOCASE)
       WHERE p.deleted = 0 GROUP BY d.code HAVING count(*) > 1`,
    ) as [string, string][]
    return groups.map(([code, ids]) => clashOf(JSON.parse(ids), { code }))
  },
  rows: rowsOf('parties'),
  suggests: (db, clash) => (isOneParty(db, clash) ? ['combine', 'rename', 'clear'] : ['rename', 'combine', 'clear']),
  mendings: [
    {
      id: 'combine',
      mend: eachOther(combineParties),
    },
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) update('parties', id, { code: freeCode(tx, id) })
      },
    },
    {
      id: 'clear',
      mend: updateOthers('parties', { code: '' }),
    },
  ],
}

/**
 * Records merged into one another in a circle: each copy kept the one that the other gave up, and none is left. The one that
 * stays comes back; the others are part of it.
 */
export const mergedAway: ClashRule = {
  id: 'parties/merged-away',
  tables: ['parties'],
  find(db) {
    const next = new Map(
      db.raw('SELECT id, merged_into_id FROM parties INDEXED BY parties_merged WHERE merged_into_id IS NOT NULL') as [
        Id,
        Id,
      ][],
    )
    const circles = [...next.keys()].map((id) => circleOf(next, id)).filter((ids) => ids.length > 0)
    const once = new Map(circles.map((ids) => [Math.min(...ids), ids]))
    return [...once].map(([id, ids]) => clashOf(ids, { name: nameOf(db, id) }))
  },
  rows: rowsOf('parties'),
  mendings: [
    {
      id: 'keepOne',
      mend({ update, touch }, { keep, others }) {
        update('parties', keep, { deleted: 0, merged_into_id: null })
        for (const id of others) update('parties', id, { deleted: 1, merged_into_id: keep })
        touch('parties', [keep, ...others])
      },
    },
  ],
}

/** The records of the circle that this one is in; none where its way ends. */
function circleOf(next: ReadonlyMap<Id, Id>, id: Id): Id[] {
  const way: Id[] = []
  for (let at: Id | undefined = id; at !== undefined; at = next.get(at)) {
    if (at === id && way.length > 0) return way
    if (way.includes(at)) return []
    way.push(at)
  }
  return []
}

function nameOf(db: ReadDb, id: Id): string {
  const row = db.get<{ name: string }>("SELECT iif(name = '', name_zh, name) AS name FROM parties WHERE id = ?", id)
  return row?.name ?? ''
}

/** The same name but for letter case and spaces at the ends. */
function isOneParty(db: ReadDb, { ids }: FoundClash): boolean {
  const row = db.get<{ names: number }>(
    'SELECT count(DISTINCT lower(trim(name))) AS names FROM parties WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  )
  return row?.names === 1
}

/** The kept one plays the roles of both; the other remembers what became of it: ledgers go on naming it. */
export function combineParties(mender: Mender, { keep, other }: { keep: Id; other: Id }): void {
  const { tx, update } = mender
  moveDistinct(mender, { keep, other })
  movePointers(mender, 'party', { keep, other })
  const roles = ['is_customer', 'is_supplier', 'is_carrier', 'is_forwarder', 'is_service']
  const more = tx.get<Record<string, number>>(`SELECT ${roles.join(', ')} FROM parties WHERE id = ?`, other) ?? {}
  update('parties', keep, Object.fromEntries(Object.entries(more).filter(([, has]) => has === 1)))
  deleteRecord(mender, { kind: 'party', id: other })
  update('parties', other, { merged_into_id: keep })
}

/** Whoever is not the other is not the kept one either. */
function moveDistinct({ tx, update }: Mender, { keep, other }: { keep: Id; other: Id }): void {
  const partners = (id: Id) =>
    tx.raw(
      `SELECT id, iif(first_id = ?, second_id, first_id) FROM live_distinct_parties WHERE first_id = ? OR second_id = ?`,
      id,
      id,
      id,
    ) as [Id, Id][]
  const known = new Set(partners(keep).map(([, partner]) => partner))
  for (const [row, partner] of partners(other)) {
    update('distinct_parties', row, { deleted: 1 })
    if (partner === keep || known.has(partner)) continue
    tx.insert('distinct_parties', { first_id: Math.min(keep, partner), second_id: Math.max(keep, partner) })
  }
}

function freeCode(db: ReadDb, id: Id): string {
  const code = db.get<{ code: string }>('SELECT code FROM parties WHERE id = ?', id)?.code ?? ''
  return freeName(code, (name) => partiesWithCode(db, name).length > 0)
}
