// Writes the sample company into its book, through the same commands that a seller's own records go through.

import type { WriteTx } from '#main/db/database.ts'
import { sampleCompany } from '#main/domain/sample/sample-company.ts'
import type { SampleCategory, SampleCompany, SampleOrder, SampleProduct } from '#main/domain/sample/sample-drafts.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { addCategory } from '#main/services/catalog/category-commands.ts'
import { addProduct } from '#main/services/catalog/product-commands.ts'
import { addOrder } from '#main/services/orders/order-commands.ts'
import { addParty } from '#main/services/parties/party-commands.ts'
import { keepRate } from '#main/services/rates/rate-commands.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { fillCarriers } from '#main/services/sample/fill-carriers.ts'
import { fillChannels } from '#main/services/sample/fill-channels.ts'
import { fillCompany } from '#main/services/sample/fill-company.ts'
import { fillReceipts, sampleTerms } from '#main/services/sample/fill-receipts.ts'
import { fillShipments } from '#main/services/sample/fill-shipments.ts'
import { fillStock } from '#main/services/sample/fill-stock.ts'
import { fillSuppliers } from '#main/services/sample/fill-suppliers.ts'
import { fillTasks } from '#main/services/sample/fill-tasks.ts'
import { fillWaiting } from '#main/services/sample/fill-waiting.ts'
import { sampleWords } from '#main/services/sample/sample-lists.ts'
import { setOpeningStock } from '#main/services/stock/opening-stock.ts'
import { addDays, type Day } from '#shared/dates.ts'
import { Decimal } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { Id } from '#shared/ids.ts'
import { productInput } from '#shared/schemas/catalog.ts'
import { orderInput } from '#shared/schemas/orders.ts'
import { type PartyDraft, partyInput } from '#shared/schemas/parties.ts'
import { rateInput } from '#shared/schemas/rates.ts'

/** The company that everyone sees. */
const sampleSeed = 2026

type Ids = Map<string, Id>

/** `language`: of what has one name only, as whoever works there would have typed it; the rest has both. */
type SampleInput = { today: Day; seed?: number | undefined; language?: Language | undefined }

/**
 * Fills a book with the sample company as it stands on `today`; the same seed and day give the same records.
 * Only a book made as the sample, and only while it is empty.
 */
export function fillSample(tx: WriteTx, { today: asked, seed = sampleSeed, language = 'en' }: SampleInput): void {
  refuseOtherBooks(tx)
  // Where this machine's day is ahead of the company's, nothing has happened there yet.
  const here = bookToday(tx, tx.now)
  const today = asked > here ? here : asked
  fillCompany(tx, today)
  const company = sampleCompany({ seed, today, words: sampleWords })
  // Rates come first: an order takes its rate when it is written, and never again.
  for (const rate of company.rates) keepRate(tx, rateInput.parse(rate))
  const categories = fillCategories(tx, company.categories)
  const parties = fillParties(tx, company.parties)
  const products = fillProducts(tx, company, { categories, parties })
  const orders = company.orders.map((order) => ({ order, id: fillOrder(tx, order, { parties, products }) }))
  const stocked = { idOf: (sku: string) => idOf(products, sku), partyOf: (code: string) => idOf(parties, code), orders }
  const services = fillCarriers(tx, { partyOf: stocked.partyOf, validFrom: addDays(today, -548), language })
  fillStock(tx, company, { ...stocked, today, seed })
  fillReceipts(tx, today)
  fillSuppliers(tx, company, { ...stocked, today, seed })
  fillChannels(tx, company, { ...stocked, today, seed })
  const shipped = { ...stocked, services, today, seed, language }
  fillShipments(tx, company, shipped)
  fillWaiting(tx, { ...shipped, openOrders: openOrders(orders) })
  fillTasks(tx, today, { ...tasksOn(company, parties), openOrders: openOrders(orders) })
}

function refuseOtherBooks(tx: WriteTx): void {
  const book = tx.get<{ isSample: number }>('SELECT is_sample AS isSample FROM books WHERE id = 1')
  if (book?.isSample !== 1) throw new AppError('sample/not-a-sample')
  const found = tx.get<{ n: number }>(
    `SELECT EXISTS (SELECT 1 FROM products) + EXISTS (SELECT 1 FROM parties) + EXISTS (SELECT 1 FROM sales_orders)
     + EXISTS (SELECT 1 FROM categories) + EXISTS (SELECT 1 FROM rates) AS n`,
  )
  if (found && found.n > 0) throw new AppError('sample/not-empty')
}

function fillCategories(tx: WriteTx, categories: readonly SampleCategory[]): Ids {
  return new Map(categories.map(({ key, ...category }) => [key, addCategory(tx, category)]))
}

function fillParties(tx: WriteTx, parties: readonly PartyDraft[]): Ids {
  return new Map(parties.map((party) => [party.code ?? '', addParty(tx, partyInput.parse(party))]))
}

function fillProducts(
  tx: WriteTx,
  { products, stockOn }: SampleCompany,
  known: { categories: Ids; parties: Ids },
): Ids {
  const ids: Ids = new Map()
  const worth = costInBase(tx, stockOn)
  for (const product of products) {
    const id = addProduct(
      tx,
      productInput.parse({ ...product.draft, ...productReferences(product, { ...known, ids }) }),
    )
    ids.set(product.sku, id)
    if (product.onHand) {
      setOpeningStock(tx, id, product.onHand * 1000, stockOn, { unitCost: worth(product.draft.cost) })
    }
  }
  return ids
}

/** What a piece cost, in base currency by the rate of the day on which it was counted; null where nobody knows. */
function costInBase(tx: WriteTx, on: Day) {
  const base = baseCurrency(tx)
  const find = rateFinder(tx)
  return (cost: SampleProduct['draft']['cost']): string | null => {
    if (!cost) return null
    const answer = find(cost.currency, base, on)
    return answer.status === 'missing' ? null : new Decimal(cost.amount).times(answer.rate).toFixed(6)
  }
}

function productReferences(product: SampleProduct, known: { categories: Ids; parties: Ids; ids: Ids }) {
  return {
    categoryId: idOf(known.categories, product.categoryKey),
    supplierId: product.supplierCode === null ? null : idOf(known.parties, product.supplierCode),
    parentId: product.parentSku === null ? null : idOf(known.ids, product.parentSku),
    kitParts: product.parts.map(({ sku, quantity }) => ({ partId: idOf(known.ids, sku), quantity })),
  }
}

function fillOrder(tx: WriteTx, order: SampleOrder, { parties, products }: { parties: Ids; products: Ids }): Id {
  const lines = order.lines.map(({ sku, ...line }) => ({ ...line, productId: idOf(products, sku) }))
  const customerId = idOf(parties, order.customerCode)
  const carrierId = idOf(parties, order.carrierCode)
  return addOrder(tx, orderInput.parse({ ...order.draft, ...sampleTerms, customerId, carrierId, lines })).id
}

/** Orders that wait to be shipped, the soonest first. */
function openOrders(orders: readonly { order: SampleOrder; id: Id }[]): Id[] {
  const isOpen = ({ draft }: SampleOrder) => draft.status === 'confirmed' && draft.requiredOn && !draft.shippedOn
  return orders
    .filter(({ order }) => isOpen(order))
    .sort((left, right) => String(left.order.draft.requiredOn).localeCompare(String(right.order.draft.requiredOn)))
    .map(({ id }) => id)
}

function tasksOn({ parties: drafts }: SampleCompany, parties: Ids) {
  const carriers = drafts.filter(({ roles }) => roles?.includes('carrier')).map(({ code }) => idOf(parties, code ?? ''))
  return { parties, carriers }
}

function idOf(ids: Ids, code: string): Id {
  const id = ids.get(code)
  if (id === undefined) throw new RangeError(`The sample names ${code}, but has no such record`)
  return id
}
