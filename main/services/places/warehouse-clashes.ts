// Warehouses and bins of one name, made in two copies.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf, type FoundClash } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, movePointers } from '#main/services/clashes/combine-records.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { freeName } from '#main/services/clashes/free-name.ts'
import { isFixed } from '#main/services/places/warehouse-columns.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ClashMendingId } from '#shared/schemas/clashes.ts'

type Row = { id: Id; name: string; code: string }

export const warehouseTwins: ClashRule = {
  id: 'warehouses/same-name',
  tables: ['warehouses', 'stock_movements'],
  find(db) {
    const rows = db.all<Row>('SELECT id, name, code FROM live_warehouses')
    const groups = [...groupsBy(rows, ({ name }) => name), ...groupsBy(rows, ({ code }) => code)]
    // Twins in name and code are one clash.
    const clashes = groups.map(([name, ids]) => clashOf(ids, { name }))
    return [...new Map(clashes.map((clash) => [clash.key, clash])).values()]
  },
  rows: rowsOf('warehouses'),
  // Only what nothing ever lay in can go without moving stock.
  suggests: (db, clash): readonly ClashMendingId[] => (canCombine(db, clash) ? ['combine', 'rename'] : ['rename']),
  prefers: (db, ids) => ids.filter((id) => hasMoved(db, id) || isFixed(id)),
  mendings: [
    {
      id: 'combine',
      mend(mender, { keep, others }) {
        for (const other of others) {
          if (hasMoved(mender.tx, other) || isFixed(other)) throw new AppError('clashes/not-this-way')
          movePointers(mender, 'warehouse', { keep, other })
          deleteRecord(mender, { kind: 'warehouse', id: other })
        }
      },
    },
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) update('warehouses', id, otherNames(tx, id))
      },
    },
  ],
}

function canCombine(db: ReadDb, { ids }: FoundClash): boolean {
  return ids.filter((id) => hasMoved(db, id) || isFixed(id)).length <= 1
}

function hasMoved(db: ReadDb, id: Id): boolean {
  return db.get('SELECT 1 FROM stock_balances WHERE warehouse_id = ? LIMIT 1', id) !== undefined
}

function groupsBy(rows: readonly Row[], textOf: (row: Row) => string): [string, Id[]][] {
  return [...Map.groupBy(rows, (row) => textOf(row).toLowerCase())].flatMap(([text, group]) =>
    text !== '' && group.length > 1 && group[0]
      ? [[textOf(group[0]), group.map(({ id }) => id)] as [string, Id[]]]
      : [],
  )
}

/** Of name and code what another warehouse has, too, made free. */
function otherNames(db: ReadDb, id: Id): { name?: string; code?: string } {
  const row = db.get<Row>('SELECT id, name, code FROM warehouses WHERE id = ?', id)
  const free = (column: 'name' | 'code', text: string) => {
    const isTaken = (wished: string) =>
      db.get(`SELECT 1 FROM live_warehouses WHERE ${column} = ? COLLATE NOCASE AND id <> ?`, wished, id) !== undefined
    const join = column === 'name' ? ' ' : '-'
    return text !== '' && isTaken(text) ? { [column]: freeName(text, isTaken, join) } : {}
  }
  return row ? { ...free('name', row.name), ...free('code', row.code) } : {}
}

export const binTwins: ClashRule = {
  id: 'bins/same-code',
  tables: ['bins'],
  find: (db) =>
    doubledRows(db, {
      table: 'bins',
      index: 'bins_by_code',
      columns: ['warehouse_id', 'code'],
      isLiving: 'r.deleted = 0',
      facts: ([warehouseId, code]) => ({ warehouseId: Number(warehouseId), code: String(code) }),
    }),
  rows: rowsOf('bins'),
  mendings: [
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) {
          const bin = tx.get<{ warehouse_id: Id; code: string }>('SELECT warehouse_id, code FROM bins WHERE id = ?', id)
          if (!bin) continue
          const isTaken = (code: string) =>
            tx.get(
              'SELECT 1 FROM live_bins WHERE warehouse_id = ? AND code = ? COLLATE NOCASE',
              bin.warehouse_id,
              code,
            ) !== undefined
          update('bins', id, { code: freeName(bin.code, isTaken) })
        }
      },
    },
  ],
}
