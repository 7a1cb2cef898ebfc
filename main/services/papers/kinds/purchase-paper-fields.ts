// What purchase order and purchase contract have in common: both sides, lines, VAT and totals, terms in words.
import type { ReadDb } from '#main/db/database.ts'
import { amountInWords } from '#main/domain/papers/amount-words.ts'
import {
  countryPair,
  dayPair,
  filled,
  grouped,
  lines,
  moneyText,
  type Pair,
  priceText,
  quantityText,
  same,
} from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import { modePairs, paymentTermsPair, tolerancePair, vatPair } from '#main/domain/purchases/terms-words.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import { placeFields } from '#main/services/papers/kinds/order-paper-fields.ts'
import type { PaperData } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { samplePurchase } from '#main/services/papers/kinds/sample-purchase.ts'
import { type WarningList, warningList } from '#main/services/papers/kinds/warning-list.ts'
import { purchaseDocument } from '#main/services/purchases/purchase-document.ts'
import { keptDocumentOf } from '#main/services/versions/version-queries.ts'
import type { Day } from '#shared/dates.ts'
import { trimZeros } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import { microsFromDecimal, minorFromDecimal } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import type { DocumentParty } from '#shared/schemas/order-document.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'
import type { PurchaseDocument } from '#shared/schemas/purchase-document.ts'

export const purchaseColumnKeys =
  'position sku supplierCode name hsCode barcode quantity unit unitPrice discount promisedOn amount'.split(' ')

/** `facts`: which facts it states, in order. */
export function purchasePaperData(db: ReadDb, wish: PaperWish, facts: readonly string[]): PaperData {
  const document = documentOf(db, wish)
  const { order, supplier } = document
  const warnings = warningList()
  const { seller: company, logo, stamp } = companyFields(db, warnings)
  warnOf(document, wish, warnings)
  if (wish.options.withStamp === true && stamp === '') warnings.add('no-stamp', { kind: 'company', id: 1 })
  const rows = lineFields(document)
  const grossMinor = minorFromDecimal(order.money.gross, order.currency)
  return {
    fields: {
      company,
      picture: { logo, stamp },
      supplier: partyFields(supplier),
      orderNumber: order.number,
      orderDate: dayPair(order.orderedOn),
      facts: factsOf(document, wish, facts),
      lines: rows,
      currency: order.currency,
      sums: sumsOf(document),
      total: { amount: moneyText(grossMinor, order.currency) },
      inWords: amountInWords(grossMinor, order.currency),
      marks: wish.options.marks.trim(),
      note: lines([order.note.trim(), wish.options.note.trim()], '\n'),
    },
    rows,
    partyId: order.supplierId,
    partyName: supplier?.name ?? '',
    currency: order.currency,
    totalMinor: grossMinor,
    warnings: warnings.all(),
  }
}

function documentOf(db: ReadDb, { record, versionId }: PaperWish): PurchaseDocument {
  if (record === null) return samplePurchase
  if (record.kind !== 'purchase') throw new AppError('papers/wrong-record')
  if (versionId === null) return purchaseDocument(db, record.id)
  const kept = keptDocumentOf(db, record, versionId)
  if (kept === null) throw new AppError('papers/no-version')
  return kept as PurchaseDocument
}

function warnOf({ order, supplier, products }: PurchaseDocument, wish: PaperWish, warnings: WarningList): void {
  const own = wish.record ?? undefined
  if (!supplier) warnings.add('no-supplier', own, order.number)
  else if (!supplier.address?.street)
    warnings.add('no-supplier-address', { kind: 'party', id: supplier.id }, supplier.name)
  if (order.lines.length === 0) warnings.add('no-lines', own, order.number)
  if (order.status === 'cancelled') warnings.add('not-confirmed', own, order.number)
  if (order.promisedOn === null && order.lines.some(({ promisedOn }) => promisedOn === null))
    warnings.add('no-promised-day', own, order.number)
  for (const { productId, unitPrice } of order.lines) {
    const product = products[String(productId)]
    if (!product) continue
    const record = { kind: 'product' as const, id: product.id }
    if (wish.language !== 'en' && product.nameZh === '') warnings.add('no-chinese-name', record, product.sku)
    if (wish.language !== 'zh-CN' && product.nameEn === '') warnings.add('no-english-name', record, product.sku)
    if (microsFromDecimal(unitPrice) === 0) warnings.add('no-price', record, product.sku)
  }
}

export function partyFields(party: DocumentParty | null) {
  const unknown = { street: '', city: '', region: '', postalCode: '', country: party?.country ?? '' }
  return {
    name: filled({ en: party?.name ?? '', zh: party?.nameZh ?? '' }),
    ...placeFields(party?.address ?? unknown),
    contact: party?.contact ?? '',
    phone: party?.phone ?? '',
    email: party?.email ?? '',
    taxNumber: party?.taxNumber ?? '',
  }
}

function lineFields({ order, products }: PurchaseDocument) {
  // A line's own day is told where not all lines have the order's.
  const hasOwnDays = order.lines.some(({ promisedOn }) => promisedOn !== null && promisedOn !== order.promisedOn)
  return order.lines.map((line, index) => {
    const product = products[String(line.productId)]
    const milli = toMilli(line.quantity)
    const name = product ? filled({ en: product.nameEn, zh: product.nameZh }) : same(line.description)
    const detail = lines([product ? line.description : '', line.note], ' · ')
    return {
      position: String(index + 1),
      sku: product?.sku ?? line.sku,
      supplierCode: line.supplierCode,
      name,
      detail: detail === '' ? '' : same(detail),
      hsCode: product?.hsCode ?? '',
      barcode: product?.barcode ?? '',
      quantity: quantityText(milli),
      unit: unitPair(product?.unit ?? line.unit, milli),
      unitPrice: priceText(microsFromDecimal(line.unitPrice), order.currency),
      discount: line.discountPercent === 0 ? '' : `${grouped(trimZeros(String(line.discountPercent)))} %`,
      promisedOn: hasOwnDays ? (line.promisedOn ?? order.promisedOn ?? '') : '',
      amount: moneyText(minorFromDecimal(line.total, order.currency), order.currency),
    }
  })
}

/** Goods, freight and VAT above the total, as far as there is more than goods. */
function sumsOf({ order }: PurchaseDocument) {
  const { money, currency, vatIncluded, vatPercent } = order
  const text = (decimal: string) => moneyText(minorFromDecimal(decimal, currency), currency)
  const hasFreight = minorFromDecimal(money.freight, currency) !== 0
  const hasVat = minorFromDecimal(money.vat, currency) !== 0
  const rate = `${trimZeros(String(vatPercent))} %`
  return [
    ...(hasFreight || (hasVat && !vatIncluded) ? [{ key: 'sum_goods', rate: '', amount: text(money.goods) }] : []),
    ...(hasFreight ? [{ key: 'sum_freight', rate: '', amount: text(money.freight) }] : []),
    ...(hasVat && !vatIncluded ? [{ key: 'sum_vat', rate, amount: text(money.vat) }] : []),
    ...(hasVat && vatIncluded ? [{ key: 'sum_vatIncluded', rate, amount: text(money.vat) }] : []),
  ]
}

function factsOf({ order, supplier }: PurchaseDocument, { options }: PaperWish, keys: readonly string[]) {
  const incoterm = lines([order.incoterm, order.place], ' ')
  const transport = order.mode === '' ? same(options.transport) : (modePairs[order.mode] ?? same(order.mode))
  const values: Readonly<Record<string, Pair>> = {
    orderNumber: same(order.number),
    orderDate: dayPair(order.orderedOn),
    supplierCode: same(supplier?.code ?? ''),
    reference: same(order.reference),
    promisedOn: dayPair(order.promisedOn as Day | null),
    incoterm: same(incoterm === '' ? '' : `${incoterm} (Incoterms® 2020)`),
    destination: countryPair(order.country),
    paymentTerms: options.paymentTerms === '' ? paymentTermsPair(order) : same(options.paymentTerms),
    transport,
    vat: vatPair(order),
    tolerance: tolerancePair(order),
    currency: same(order.currency),
  }
  return keys.flatMap((key) => {
    const value = values[key]
    return value && (value.en !== '' || value.zh !== '') ? [{ key: `fact_${key}`, value }] : []
  })
}
