// What suppliers offer, from a file: one row is one price, from a quantity on. Rows of one supplier, product and first day are
// the price breaks of one offer; another price from a later day is another offer, so that the old ones stay as its history.
import { applyColumns, type Columns, withDefaults } from '#main/services/import/loading/apply-columns.ts'
import {
  type LoadContext,
  type Loader,
  merged,
  moneyOf,
  numberOf,
  problem,
  type Refused,
  type TypedRow,
  textOf,
  unknownAmong,
} from '#main/services/import/loading/loader.ts'
import { partyFor } from '#main/services/import/loading/party-loader.ts'
import {
  findProductBySkuOrKey,
  findProductInAnyCase,
  forgetSkus,
  makeProduct,
} from '#main/services/import/loading/product-reference.ts'
import { milliIn } from '#main/services/import/loading/purchase-line-money.ts'
import { flagIn, ppmIn } from '#main/services/import/loading/supplier-terms.ts'
import { unitWord } from '#main/services/import/loading/unit-words.ts'
import type { Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import { microsFromDecimal } from '#shared/money.ts'

export function offerLoader(context: LoadContext): Loader {
  const { tx } = context
  return {
    // A supplier may have been made before the product is found missing.
    writesAhead: context.makeMissing,
    forget: () => forgetSkus(context),
    take(row) {
      const offer = offerOf(context, row)
      if ('problems' in offer) return offer
      const { keys, columns, fromMilli, priceMicros } = offer
      const known = knownOffer(context, keys)
      const id = known ?? tx.insert('offers', withDefaults({ ...keys }, columns))
      const own = known === null ? 'new' : applyColumns(tx, 'offers', id, columns)
      return merged(own, keepPrice(context, id, fromMilli, priceMicros))
    },
  }
}

type OfferKeys = { supplier_id: Id; product_id: Id; currency: string; valid_from: Day }
type TypedOffer = { keys: OfferKeys; columns: Columns; fromMilli: number; priceMicros: number }

function offerOf(context: LoadContext, row: TypedRow): TypedOffer | Refused {
  const parties = referencesOf(context, row)
  if ('problems' in parties) return parties
  const price = moneyOf(row, 'price')
  if (!price) return problem('price', '', 'required')
  if (price.amount.startsWith('-')) return problem('price', price.amount, 'not-negative')
  const currency = price.currency ?? textOf(row, 'currency') ?? context.currency
  const quantities = quantitiesOf(row)
  if ('problems' in quantities) return quantities
  const days = daysOf(context, row)
  if ('problems' in days) return days
  const leadTime = numberOf(row, 'leadTime')
  if (leadTime !== undefined && (leadTime < 0 || leadTime > 3650)) {
    return problem('leadTime', String(leadTime), 'days-of-lead-time')
  }
  return {
    keys: { ...parties, currency, valid_from: days.validFrom },
    columns: {
      supplier_code: textOf(row, 'supplierCode'),
      supplier_name: textOf(row, 'supplierName'),
      incoterm: textOf(row, 'incoterm'),
      place: textOf(row, 'place'),
      vat_included: flagIn(row, 'vatIncluded'),
      vat_ppm: ppmIn(row, 'vatPercent'),
      // Other programs write 0 where nothing was said.
      min_order_milli: quantities.minOrder || undefined,
      carton_milli: quantities.cartonQuantity || undefined,
      lead_time_days: leadTime,
      valid_to: days.validTo,
      note: noteOf(context, row, parties.product_id),
    },
    fromMilli: quantities.fromQuantity,
    priceMicros: microsFromDecimal(price.amount),
  }
}

function referencesOf(context: LoadContext, row: TypedRow): { supplier_id: Id; product_id: Id } | Refused {
  const supplier = textOf(row, 'supplier')
  const product = textOf(row, 'product')
  if (!supplier) return problem('supplier', '', 'required')
  if (!product) return problem('product', '', 'required')
  const supplierId = partyFor(context, 'supplier', supplier)
  const productId =
    context.keys.find('product', product) ??
    findProductBySkuOrKey(context, product) ??
    findProductInAnyCase(context, product) ??
    makeProduct(context, product)
  if (supplierId !== null && productId !== null) return { supplier_id: supplierId, product_id: productId }
  const unknown = unknownAmong([
    { field: 'supplier', value: supplier, id: supplierId, expected: 'known-supplier' },
    { field: 'product', value: product, id: productId, expected: 'known-product' },
  ])
  return unknown ?? problem('product', product, 'known-product')
}

type Quantities = Record<'fromQuantity' | 'minOrder' | 'cartonQuantity', number>

function quantitiesOf(row: TypedRow): Quantities | Refused {
  const found: Quantities = { fromQuantity: 0, minOrder: 0, cartonQuantity: 0 }
  for (const field of Object.keys(found) as (keyof Quantities)[]) {
    const milli = milliIn(row, field)
    if (milli !== null && typeof milli === 'object') return milli
    found[field] = milli ?? 0
  }
  return found
}

/** An offer that says no first day holds from today. */
function daysOf({ today }: LoadContext, row: TypedRow): { validFrom: Day; validTo: Day | undefined } | Refused {
  const validFrom = (textOf(row, 'validFrom') ?? today) as Day
  const validTo = textOf(row, 'validTo') as Day | undefined
  if (validTo !== undefined && validTo < validFrom) return problem('validTo', validTo, 'day-after-start')
  return { validFrom, validTo }
}

/** A price for another unit than the product is counted in is noted: prices of cartons and of pieces look alike. */
function noteOf({ tx }: LoadContext, row: TypedRow, productId: Id): string | undefined {
  const note = textOf(row, 'note')
  const told = textOf(row, 'unit')
  if (told === undefined) return note
  const unit = unitWord(told)
  const own = tx.get<{ unit: string }>('SELECT unit FROM products WHERE id = ?', productId)?.unit
  if (own !== undefined && unit.toLowerCase() === unitWord(own).toLowerCase()) return note
  return note === undefined || note.startsWith(unit) ? (note ?? unit) : `${unit} · ${note}`
}

function knownOffer({ tx }: LoadContext, keys: OfferKeys): Id | null {
  const sql = `SELECT id FROM offers INDEXED BY offers_by_product WHERE product_id = ? AND supplier_id = ? AND valid_from = ?
    AND currency = ? AND deleted = 0 ORDER BY id LIMIT 1`
  return tx.get<{ id: Id }>(sql, keys.product_id, keys.supplier_id, keys.valid_from, keys.currency)?.id ?? null
}

function keepPrice({ tx }: LoadContext, offerId: Id, fromMilli: number, priceMicros: number): 'changed' | 'unchanged' {
  const sql = `SELECT id, price_micros AS priceMicros FROM offer_prices INDEXED BY offer_prices_by_offer
    WHERE offer_id = ? AND from_milli = ? AND deleted = 0 ORDER BY id LIMIT 1`
  const known = tx.get<{ id: Id; priceMicros: number }>(sql, offerId, fromMilli)
  if (known?.priceMicros === priceMicros) return 'unchanged'
  if (known) tx.update('offer_prices', known.id, { price_micros: priceMicros })
  else tx.insert('offer_prices', { offer_id: offerId, from_milli: fromMilli, price_micros: priceMicros })
  return 'changed'
}
