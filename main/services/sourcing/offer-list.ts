// The list of offers: what is newest stands first.
import type { ReadDb } from '#main/db/database.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { listPage, rowsInOrder } from '#main/services/lists/list-page.ts'
import type { ListSpec } from '#main/services/lists/list-spec.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { microsToDecimal } from '#shared/money.ts'
import type { Offer, OfferRow } from '#shared/schemas/offers.ts'
import type { ListInput, Page } from '#shared/schemas/paging.ts'

const price = (order: 'ASC' | 'DESC') => `(SELECT b.price_micros FROM offer_prices b INDEXED BY offer_prices_by_offer
  WHERE b.offer_id = r.id AND b.deleted = 0 ORDER BY b.from_milli ${order}, b.price_micros LIMIT 1)`

export const offerList: ListSpec = {
  table: 'live_offers',
  base: 'offers',
  indexed: ['validFrom'],
  keys: ['productId', 'supplierId'],
  joins: {
    product: 'JOIN products product ON product.id = r.product_id',
    supplier: 'JOIN parties supplier ON supplier.id = r.supplier_id',
  },
  columns: {
    supplierId: { sql: 'r.supplier_id', type: 'number' },
    supplier: {
      sql: 'supplier.name',
      also: 'supplier.name_zh',
      type: 'text',
      joins: ['supplier'],
      isLike: "r.supplier_id IN (SELECT id FROM parties WHERE name || ' ' || name_zh LIKE ? ESCAPE '\\')",
    },
    productId: { sql: 'r.product_id', type: 'number' },
    sku: {
      sql: 'product.sku',
      type: 'code',
      joins: ['product'],
      isLike:
        "r.product_id IN (SELECT id FROM products WHERE sku || ' ' || name_en || ' ' || name_zh LIKE ? ESCAPE '\\')",
    },
    nameEn: { sql: 'product.name_en', also: 'product.name_zh', type: 'text', joins: ['product'] },
    supplierCode: { sql: 'r.supplier_code', type: 'code' },
    supplierName: { sql: 'r.supplier_name', type: 'text' },
    currency: { sql: 'r.currency', type: 'choice' },
    price: { sql: price('ASC'), type: 'price' },
    bestPrice: { sql: price('DESC'), type: 'price' },
    minOrder: { sql: 'r.min_order_milli', type: 'quantity' },
    carton: { sql: 'r.carton_milli', type: 'quantity' },
    leadTimeDays: { sql: 'r.lead_time_days', type: 'number' },
    incoterm: { sql: 'r.incoterm', type: 'text' },
    place: { sql: 'r.place', type: 'text' },
    validFrom: { sql: 'r.valid_from', type: 'day' },
    validTo: { sql: 'r.valid_to', type: 'day' },
    source: { sql: 'r.source', type: 'text' },
    note: { sql: 'r.note', type: 'text' },
  },
  search: ['sku', 'supplier', 'supplierCode', 'supplierName'],
  defaultSort: [{ column: 'validFrom', direction: 'desc' }],
}

/** A newer one of the same supplier and product that has begun and not ended. Two parameters: the day, twice. */
const isSuperseded = `EXISTS (SELECT 1 FROM offers n INDEXED BY offers_by_supplier
  WHERE n.supplier_id = r.supplier_id AND n.product_id = r.product_id AND n.valid_from >= r.valid_from
    AND (n.valid_from > r.valid_from OR n.id > r.id)
    AND n.valid_from <= ? AND (n.valid_to IS NULL OR n.valid_to >= ?) AND n.deleted = 0 AND n.archived = 0)`

const select = (today: string) => `SELECT r.id, r.supplier_id AS supplierId, supplier.name AS supplier,
  supplier.name_zh AS supplierZh, r.product_id AS productId, product.sku, product.name_en AS nameEn,
  product.name_zh AS nameZh, product.unit, r.supplier_code AS supplierCode, r.supplier_name AS supplierName, r.currency,
  coalesce(${price('ASC')}, 0) AS priceMicros, coalesce(${price('DESC')}, 0) AS bestMicros,
  (SELECT count(*) FROM offer_prices b WHERE b.offer_id = r.id AND b.deleted = 0) AS breakCount,
  r.vat_included AS vatIncluded, r.vat_ppm / 10000.0 AS vatPercent, r.incoterm, r.place,
  r.min_order_milli / 1000.0 AS minOrder, r.carton_milli / 1000.0 AS carton, r.lead_time_days AS leadTimeDays,
  r.valid_from AS validFrom, r.valid_to AS validTo,
  CASE WHEN r.valid_from > '${today}' THEN 'coming' WHEN r.valid_to < '${today}' THEN 'ended'
    WHEN ${isSuperseded.replaceAll('?', `'${today}'`)} THEN 'superseded' ELSE 'valid' END AS state,
  r.source, r.note, r.archived
  FROM offers r JOIN products product ON product.id = r.product_id JOIN parties supplier ON supplier.id = r.supplier_id`

type ListedOffer = Omit<OfferRow, 'price' | 'bestPrice' | 'vatIncluded'> & {
  priceMicros: number
  bestMicros: number
  vatIncluded: number
  archived: number
}

/** A page of offers. */
export function listOffers(db: ReadDb, input: ListInput): Page<OfferRow> {
  const { ids, total } = listPage(db, offerList, input)
  return { rows: offerRows(db, ids), total }
}

/** Offers as grid rows, in the order of `ids`. */
function offerRows(db: ReadDb, ids: readonly Id[]): OfferRow[] {
  return listedOffers(db, ids).map(({ archived: _archived, ...row }) => row)
}

function listedOffers(db: ReadDb, ids: readonly Id[]): (OfferRow & { archived: number })[] {
  const rows = rowsInOrder<ListedOffer>(db, select(bookToday(db, db.now)), ids)
  return rows.map(({ priceMicros, bestMicros, vatIncluded, ...row }) => ({
    ...row,
    price: microsToDecimal(priceMicros, row.currency),
    bestPrice: microsToDecimal(bestMicros, row.currency),
    vatIncluded: vatIncluded === 1,
  }))
}

/** Offers whole, in the order of `ids`; what is not there is left out. */
export function wholeOffers(db: ReadDb, ids: readonly Id[]): Offer[] {
  const prices = Map.groupBy(breaksOf(db, ids), ({ offerId }) => offerId)
  const requests = new Map(requestsOf(db, ids).map(({ offerId, ...request }) => [offerId, request]))
  return listedOffers(db, ids).map(({ archived, ...row }) => ({
    ...row,
    archived: archived === 1,
    prices: (prices.get(row.id) ?? []).map(({ from, micros }) => ({
      from,
      price: microsToDecimal(micros, row.currency),
    })),
    request: requests.get(row.id) ?? null,
  }))
}

/** The offer, archived or not, or `offers/not-found`. */
export function getOffer(db: ReadDb, id: Id): Offer {
  const [offer] = db.get('SELECT 1 FROM live_offers WHERE id = ?', id) ? wholeOffers(db, [id]) : []
  if (!offer) throw new AppError('offers/not-found')
  return offer
}

function breaksOf(db: ReadDb, ids: readonly Id[]) {
  return db.all<{ offerId: Id; from: number; micros: number }>(
    `SELECT offer_id AS offerId, from_milli / 1000.0 AS "from", price_micros AS micros FROM live_offer_prices
     WHERE offer_id IN (SELECT value FROM json_each(?)) ORDER BY from_milli, price_micros`,
    JSON.stringify(ids),
  )
}

function requestsOf(db: ReadDb, ids: readonly Id[]) {
  return db.all<{ offerId: Id; id: Id; number: string }>(
    `SELECT o.id AS offerId, q.id, q.number FROM offers o JOIN quote_answers a ON a.id = o.answer_id
     JOIN quote_requests q ON q.id = a.request_id WHERE o.id IN (SELECT value FROM json_each(?))`,
    JSON.stringify(ids),
  )
}
