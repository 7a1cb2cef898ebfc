// Keys that an undo would give back while somebody else has them by now.
import type { ReadDb } from '#main/db/database.ts'
import { specialDayKeys } from '#main/services/book/special-days.ts'
import { categoryKeys } from '#main/services/catalog/category-commands.ts'
import { productKeys } from '#main/services/catalog/product-checks.ts'
import type { NetChange } from '#main/services/history/undo-operation.ts'
import { orderKeys } from '#main/services/orders/order-numbers.ts'
import { templateKeys } from '#main/services/papers/templates/template-commands.ts'
import { partyKeys } from '#main/services/parties/party-queries.ts'
import { personKeys } from '#main/services/people/people-commands.ts'
import { rateKeys } from '#main/services/rates/rate-commands.ts'
import type { KeyedRow, UniqueKey } from '#main/services/records/unique-key.ts'
import { viewKeys } from '#main/services/views/view-commands.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'

const keys: readonly UniqueKey[] = [
  ...productKeys,
  ...categoryKeys,
  ...partyKeys,
  ...orderKeys,
  ...rateKeys,
  ...specialDayKeys,
  ...personKeys,
  ...viewKeys,
  ...templateKeys,
]

/** Asked once everything is back, so that rows may swap their keys. `history/undo-key-taken` with the first one held twice. */
export function refuseTakenKeys(db: ReadDb, changes: readonly NetChange[]): void {
  for (const key of keys) {
    const given = changes.filter((change) => change.table === key.table && givesBack(change, key))
    for (const { rowId } of given) refuseTaken(db, key, rowId)
  }
}

/** A key that was changed, or a row that was deleted and lives again. */
function givesBack({ before, after }: NetChange, { columns }: UniqueKey): boolean {
  return [...columns, 'deleted'].some((column) => column in before && before[column] !== after[column])
}

function refuseTaken(db: ReadDb, { table, columns, beside = [], holders }: UniqueKey, id: Id): void {
  const row = db.get<KeyedRow>(`SELECT ${['id', ...columns, ...beside].join(', ')} FROM live_${table} WHERE id = ?`, id)
  if (!row || columns.every((column) => !row[column])) return
  if (holders(db, row).every((holder) => holder === id)) return
  throw new AppError('history/undo-key-taken', { key: columns.map((column) => row[column]).join(' \u00b7 ') })
}
