// What a request would begin with: goods that are to be bought, or what a sales order is short of, and who delivers them.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { buyPlan } from '#main/services/purchases/buy-plan.ts'
import { validOffers } from '#main/services/sourcing/valid-offer.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { NamedSupplier, ProposedRequest, ProposeRequestInput } from '#shared/schemas/quote-requests.ts'

type Wanted = { productId: Id; quantity: number; salesLineId: Id | null }

/** Suppliers that are blocked or put away are left out; who delivers most of the goods stands first. */
export function proposeRequest(db: ReadDb, input: ProposeRequestInput): ProposedRequest {
  const wanted = [...input.lines.map((line) => ({ ...line, salesLineId: null })), ...salesLines(db, input)]
  const ids = [...new Set(wanted.map(({ productId }) => productId))]
  const suppliers = suppliersOf(db, ids)
  const lines = wanted.flatMap(({ productId, quantity, salesLineId }) => {
    const product = productNamed(db, productId)
    const supplierIds = suppliers.filter(({ products }) => products.has(productId)).map(({ id }) => id)
    return product ? [{ ...product, productId, quantity, salesLineId, description: '', supplierIds }] : []
  })
  if (lines.length < wanted.length) throw new AppError('catalog/product-not-found')
  return { lines, suppliers: suppliers.map(({ id, name, nameZh }) => ({ id, name, nameZh })) }
}

function salesLines(db: ReadDb, { salesOrderId, onlyShort }: ProposeRequestInput): Wanted[] {
  if (salesOrderId === undefined) return []
  return buyPlan(db, salesOrderId).lines.flatMap(({ lineId, productId, ordered, short, skip }) => {
    const quantity = onlyShort ? short : ordered
    return productId === null || skip === 'kit' || quantity <= 0 ? [] : [{ productId, quantity, salesLineId: lineId }]
  })
}

type Deliverer = NamedSupplier & { products: Set<Id> }

/** The products' own suppliers, and all who offer one of them today. */
function suppliersOf(db: ReadDb, products: readonly Id[]): Deliverer[] {
  const own = db.raw(
    'SELECT supplier_id, id FROM products WHERE supplier_id IS NOT NULL AND id IN (SELECT value FROM json_each(?))',
    JSON.stringify(products),
  ) as [Id, Id][]
  const offered = [...validOffers(db, bookToday(db, db.now), products).values()].flatMap((offers) =>
    offers.map(({ supplierId, productId }) => [supplierId, productId] as const),
  )
  const delivered = new Map<Id, Set<Id>>()
  for (const [supplierId, productId] of [...own, ...offered]) {
    const known = delivered.get(supplierId) ?? new Set()
    delivered.set(supplierId, known.add(productId))
  }
  const rows = db.all<NamedSupplier>(
    `SELECT id, name, name_zh AS nameZh FROM live_parties
     WHERE id IN (SELECT value FROM json_each(?)) AND archived = 0 AND supply_status <> 'blocked' AND supply_kind <> 'own'`,
    JSON.stringify([...delivered.keys()]),
  )
  return rows
    .map((row) => ({ ...row, products: delivered.get(row.id) ?? new Set<Id>() }))
    .toSorted((one, other) => other.products.size - one.products.size || one.name.localeCompare(other.name, 'en'))
}

function productNamed(db: ReadDb, id: Id) {
  return db.get<{ sku: string; name: string; nameZh: string; unit: string }>(
    `SELECT sku, coalesce(nullif(name_en, ''), name_zh) AS name, name_zh AS nameZh, unit FROM live_products WHERE id = ?`,
    id,
  )
}
