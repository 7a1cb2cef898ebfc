// Services and rate tables that two copies made twice.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { removeRateTable } from '#main/services/carriers/table-commands.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import {
  type ClashFacts,
  type ClashRule,
  clashOf,
  eachOther,
  type FoundClash,
  type Mender,
} from '#main/services/clashes/clash-rule.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { addDays, asDay } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'

/** One carrier's service by one code, there twice. */
export const serviceTwins: ClashRule = {
  id: 'carriers/same-code',
  tables: ['carrier_services'],
  find: (db) =>
    doubledRows(db, {
      table: 'carrier_services',
      index: 'carrier_services_by_carrier',
      columns: ['carrier_id', 'code'],
      folded: ['code'],
      isKey: "code <> ''",
      isLiving: 'r.deleted = 0',
      facts: ([carrierId, code]) => ({ name: carrierName(db, Number(carrierId)), code: String(code) }),
    }),
  rows: rowsOf('carrier_services'),
  prefers: (db, ids) => ids.filter((id) => db.get('SELECT 1 FROM live_rate_tables WHERE service_id = ? LIMIT 1', id)),
  mendings: [
    { id: 'combine', mend: eachOther(combineServices) },
    { id: 'rename', mend: renameOthers },
  ],
}

function carrierName(db: ReadDb, id: Id): string {
  return db.get<{ name: string }>('SELECT name FROM parties WHERE id = ?', id)?.name ?? ''
}

const pointers: readonly (readonly [table: string, column: string])[] = [
  ['shipments', 'service_id'],
  ['carrier_zones', 'service_id'],
  ['rate_tables', 'service_id'],
]

/** All that hangs on the other is of the kept one then: its tables may overlap, which is told by itself. */
function combineServices({ tx, update, touch }: Mender, { keep, other }: { keep: Id; other: Id }): void {
  for (const [table, column] of pointers) {
    const ids = tx.raw(`SELECT id FROM live_${table} WHERE ${column} = ?`, other).map(([id]) => id as Id)
    for (const id of ids) update(table, id, { [column]: keep })
    touch(table, ids)
  }
  update('carrier_services', other, { deleted: 1 })
}

function renameOthers({ tx, update }: Mender, { others }: { others: readonly Id[] }): void {
  for (const id of others) {
    const row = tx.get<{ carrierId: Id; code: string }>(
      'SELECT carrier_id AS carrierId, code FROM carrier_services WHERE id = ?',
      id,
    )
    if (row) update('carrier_services', id, { code: freeCode(tx, row) })
  }
}

function freeCode(db: ReadDb, { carrierId, code }: { carrierId: Id; code: string }): string {
  for (let number = 2; ; number += 1) {
    const next = `${code.slice(0, 36)}-${number}`
    const sql = `SELECT 1 FROM carrier_services INDEXED BY carrier_services_by_carrier
      WHERE carrier_id = ? AND code = ? COLLATE NOCASE AND deleted = 0`
    if (!db.get(sql, carrierId, next)) return next
  }
}

/** Two tables of one service that hold on one day: each copy entered the new prices. */
export const tableOverlaps: ClashRule = {
  id: 'carriers/tables-overlap',
  tables: ['rate_tables'],
  find: (db) => overlapping(db).map(([one, other, facts]) => clashOf([one, other], facts)),
  rows: rowsOf('rate_tables'),
  mendings: [
    { id: 'endEarlier', mend: ({ tx }, clash) => endEarlier(tx, clash) },
    { id: 'keepNewest', keeps: 'newest', mend: removeOthers },
    { id: 'keepOne', mend: removeOthers },
  ],
  suggests: (db, { ids }) =>
    new Set(ids.map((id) => startOf(db, id))).size > 1
      ? ['endEarlier', 'keepNewest', 'keepOne']
      : ['keepNewest', 'keepOne'],
}

function overlapping(db: ReadDb): [Id, Id, ClashFacts][] {
  return (
    db.raw(
      `SELECT a.id, b.id, s.name, b.valid_from FROM rate_tables a NOT INDEXED
       CROSS JOIN rate_tables b INDEXED BY rate_tables_by_service ON b.service_id = a.service_id
       JOIN carrier_services s ON s.id = a.service_id
       WHERE a.deleted = 0 AND a.archived = 0 AND b.deleted = 0 AND b.archived = 0 AND s.deleted = 0
         AND (a.valid_from < b.valid_from OR (a.valid_from = b.valid_from AND a.id < b.id))
         AND (a.valid_to IS NULL OR a.valid_to >= b.valid_from)`,
    ) as [Id, Id, string, string][]
  ).map(([one, other, name, day]) => [one, other, { name, day }])
}

function startOf(db: ReadDb, id: Id): string {
  return db.get<{ on: string }>('SELECT valid_from AS "on" FROM rate_tables WHERE id = ?', id)?.on ?? ''
}

/** The one that began earlier ends the day before the other begins. */
function endEarlier(tx: WriteTx, { ids }: FoundClash): void {
  const [first, second] = ids.toSorted((one, other) => (startOf(tx, one) < startOf(tx, other) ? -1 : 1))
  if (first === undefined || second === undefined) return
  tx.update('rate_tables', first, { valid_to: addDays(asDay(startOf(tx, second)), -1) })
}

function removeOthers({ tx }: Mender, { others }: { others: readonly Id[] }): void {
  for (const id of others) removeRateTable(tx, id)
}
