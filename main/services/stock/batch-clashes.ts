// Batches and stock documents of one name, made in two copies.
import type { ReadDb } from '#main/db/database.ts'
import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import type { ClashRule, FoundClash } from '#main/services/clashes/clash-rule.ts'
import { deleteRecord, movePointers } from '#main/services/clashes/combine-records.ts'
import { doubledRows } from '#main/services/clashes/doubled-rows.ts'
import { freeName } from '#main/services/clashes/free-name.ts'
import { batchesWithCode } from '#main/services/stock/batch-code.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { ClashMendingId } from '#shared/schemas/clashes.ts'

export const batchTwins: ClashRule = {
  id: 'batches/same-code',
  tables: ['batches', 'stock_movements'],
  find: (db) =>
    doubledRows(db, {
      table: 'batches',
      index: 'batches_by_code',
      columns: ['product_id', 'code'],
      folded: ['code'],
      isLiving: 'r.deleted = 0',
      facts: ([, code]) => ({ code: String(code) }),
    }),
  rows: rowsOf('batches'),
  // The ledger never changes: a batch whose goods have moved stays the batch they moved as.
  suggests: (db, clash): readonly ClashMendingId[] => (canCombine(db, clash) ? ['combine', 'rename'] : ['rename']),
  prefers: (db, ids) => ids.filter((id) => hasMoved(db, id)),
  mendings: [
    {
      id: 'combine',
      mend(mender, { keep, others }) {
        for (const other of others) {
          if (hasMoved(mender.tx, other)) throw new AppError('clashes/not-this-way')
          movePointers(mender, 'batch', { keep, other })
          deleteRecord(mender, { kind: 'batch', id: other })
        }
      },
    },
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) {
          const batch = tx.get<{ productId: Id; code: string }>(
            'SELECT product_id AS productId, code FROM batches WHERE id = ?',
            id,
          )
          if (!batch) continue
          const isTaken = (code: string) => batchesWithCode(tx, { productId: batch.productId, code }).length > 0
          update('batches', id, { code: freeName(batch.code, isTaken) })
        }
      },
    },
  ],
}

function canCombine(db: ReadDb, { ids }: FoundClash): boolean {
  return ids.filter((id) => hasMoved(db, id)).length <= 1
}

function hasMoved(db: ReadDb, id: Id): boolean {
  const sql = 'SELECT 1 FROM stock_movements INDEXED BY stock_movements_by_batch WHERE batch_id = ? LIMIT 1'
  return db.get(sql, id) !== undefined
}

/** Two documents (or counts) with one number: the later one gets a number of its own. */
function numberTwins(
  id: 'documents/same-number' | 'counts/same-number',
  table: 'stock_documents' | 'stock_counts',
): ClashRule {
  return {
    id,
    tables: [table],
    find: (db) =>
      doubledRows(db, {
        table,
        index: `${table}_by_number`,
        columns: ['number'],
        isLiving: 'r.deleted = 0',
        facts: ([number]) => ({ number: String(number) }),
      }),
    rows: rowsOf(table),
    mendings: [
      {
        id: 'rename',
        mend({ tx, update }, { others }) {
          for (const other of others) {
            const number = tx.get<{ number: string }>(`SELECT number FROM ${table} WHERE id = ?`, other)?.number ?? ''
            const isTaken = (wished: string) =>
              tx.get(`SELECT 1 FROM live_${table} WHERE number = ?`, wished) !== undefined
            update(table, other, { number: freeName(number, isTaken) })
          }
        },
      },
    ],
  }
}

export const documentNumberTwins = numberTwins('documents/same-number', 'stock_documents')
export const countNumberTwins = numberTwins('counts/same-number', 'stock_counts')
