// Stock on hand that a file tells becomes the opening stock of the main warehouse, worth what the product costs. What may not
// be posted is the row's fault, said like any other.
import type { ReadDb } from '#main/db/database.ts'
import { type LoadContext, problem, type Refused } from '#main/services/import/loading/loader.ts'
import { type OpeningOutcome, setOpeningStock, standingOpenings } from '#main/services/stock/opening-stock.ts'
import { mainWarehouse } from '#main/services/stock/stock-ledger.ts'
import type { Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal } from '#shared/money.ts'

type Opening = { productId: Id; qtyMilli: number; on: Day; field: string }

/** What a row is told instead, by the code of the ledger's refusal. */
const expectations: Readonly<Record<string, string>> = {
  'stock/batch-needed': 'stock-by-batch',
  'stock/serial-needed': 'stock-by-batch',
  'stock/period-closed': 'open-period',
  'stock/before-start': 'day-from-start',
  'stock/future-day': 'day-until-today',
  'stock/insufficient': 'stock-that-left',
  'stock/family': 'no-family',
}

/** Writes all of it or nothing. A cost is told with the first opening only: later ones keep what is known. */
export function takeOpening(
  context: LoadContext,
  { productId, qtyMilli, on, field }: Opening,
): OpeningOutcome | Refused {
  const { tx } = context
  const isFirst = standingOpenings(tx, { productId, warehouseId: mainWarehouse }).length === 0
  const details = isFirst ? { unitCost: unitCostOf(context, productId, on) } : {}
  try {
    return tx.attempt(
      () => setOpeningStock(tx, productId, qtyMilli, on, details),
      () => true,
    )
  } catch (error) {
    const expected = error instanceof AppError ? expectations[error.code] : undefined
    if (expected === undefined) throw error
    return problem(field, String(qtyMilli / 1000), expected)
  }
}

/** The product's cost in base currency by the rate of the day; null where no cost or no rate is known. */
function unitCostOf({ tx, rates, baseCurrency }: LoadContext, productId: Id, on: Day): string | null {
  const product = costOf(tx, productId)
  if (!product || product.micros === null || product.currency === null) return null
  const amount = microsToDecimal(product.micros, product.currency)
  if (product.currency === baseCurrency) return amount
  const answer = rates(product.currency, baseCurrency, on)
  return answer.status === 'missing' ? null : new Decimal(amount).times(answer.rate).toFixed(6)
}

function costOf(db: ReadDb, id: Id) {
  return db.get<{ micros: number | null; currency: string | null }>(
    'SELECT cost_micros AS micros, cost_currency AS currency FROM products WHERE id = ?',
    id,
  )
}
