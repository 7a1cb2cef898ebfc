// The bins of a warehouse, kept with its form: one that goods lie in stays, one that was ever used is put away, a mere name goes.
import type { WriteTx } from '#main/db/database.ts'
import type { UniqueKey } from '#main/services/records/unique-key.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { WarehouseInput } from '#shared/schemas/warehouses.ts'

type Bin = { id: Id; code: string; note: string; archived: number }

/** Makes the bins of a warehouse those of the list. A code that was put away comes back as the bin it was. */
export function keepBins(tx: WriteTx, warehouseId: Id, bins: WarehouseInput['bins']): void {
  refuseDoubled(bins)
  const kept = tx.all<Bin>('SELECT id, code, note, archived FROM live_bins WHERE warehouse_id = ?', warehouseId)
  const taken = new Set<Id>()
  bins.forEach((bin, index) => {
    const before = kept.find(({ id }) => id === bin.id) ?? kept.find(({ code }) => isSame(code, bin.code))
    if (bin.id !== undefined && before?.id !== bin.id)
      throw new AppError('warehouses/bin-not-found', { field: `bins.${index}.code` })
    if (!before) tx.insert('bins', { warehouse_id: warehouseId, code: bin.code, note: bin.note })
    else {
      taken.add(before.id)
      tx.update('bins', before.id, { code: bin.code, note: bin.note, archived: 0 })
    }
  })
  for (const bin of kept) if (!taken.has(bin.id) && bin.archived === 0) putAway(tx, bin)
}

export const binKeys: readonly UniqueKey[] = [
  {
    table: 'bins',
    columns: ['code'],
    beside: ['warehouse_id'],
    holders: (db, row) =>
      db
        .raw(
          'SELECT id FROM live_bins WHERE warehouse_id = ? AND code = ? COLLATE NOCASE',
          row.warehouse_id ?? 0,
          row.code ?? '',
        )
        .map(([id]) => id as Id),
  },
]

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function refuseDoubled(bins: WarehouseInput['bins']): void {
  const seen = new Set<string>()
  bins.forEach(({ code }, index) => {
    const folded = code.toLowerCase()
    if (seen.has(folded)) throw new AppError('warehouses/bin-twice', { code, field: `bins.${index}.code` })
    seen.add(folded)
  })
}

function putAway(tx: WriteTx, { id, code }: Bin): void {
  const filled = tx.get(
    `SELECT product_id FROM stock_movements INDEXED BY stock_movements_by_bin
     WHERE bin_id = ? GROUP BY product_id HAVING sum(qty_milli) <> 0 LIMIT 1`,
    id,
  )
  if (filled) throw new AppError('warehouses/bin-not-empty', { code, field: 'bins' })
  const isUsed =
    tx.get('SELECT 1 FROM stock_movements INDEXED BY stock_movements_by_bin WHERE bin_id = ? LIMIT 1', id) ??
    tx.get('SELECT 1 FROM live_stock_count_lines WHERE bin_id = ? LIMIT 1', id)
  tx.update('bins', id, isUsed ? { archived: 1 } : { deleted: 1 })
}
