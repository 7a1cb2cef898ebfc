// What order confirmation, proforma and commercial invoice have in common: parties, lines, totals, bank, terms.
import type { ReadDb } from '#main/db/database.ts'
import { amountInWords } from '#main/domain/papers/amount-words.ts'
import { countryPair, dayPair, filled, lines, moneyText, type Pair, same } from '#main/domain/papers/paper-text.ts'
import { orderDocument } from '#main/services/orders/order-document.ts'
import { bankFields, companyFields } from '#main/services/papers/kinds/company-fields.ts'
import { orderLineFields, orderTotals } from '#main/services/papers/kinds/order-lines-fields.ts'
import type { PaperData } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { sampleOrder } from '#main/services/papers/kinds/sample-order.ts'
import { type WarningList, warningList } from '#main/services/papers/kinds/warning-list.ts'
import { keptDocumentOf } from '#main/services/versions/version-queries.ts'
import { AppError } from '#shared/errors.ts'
import { minorFromDecimal } from '#shared/money.ts'
import { placeLine } from '#shared/reference/place-line.ts'
import type { DocumentAddress, OrderDocument } from '#shared/schemas/order-document.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'

export type OrderPaper = {
  isForCustoms: boolean
  /** Which facts it states, in order. */
  facts: readonly string[]
  /** Whether the day it is promised for belongs on it. */
  promises: boolean
}

export function orderPaperData(db: ReadDb, wish: PaperWish, paper: OrderPaper): PaperData {
  const document = turned(documentOf(db, wish))
  const { order } = document
  const warnings = warningList()
  const { profile, seller, logo, stamp } = companyFields(db, warnings)
  warnOfOrder(document, wish, paper, warnings)
  if (wish.options.withStamp === true && stamp === '') warnings.add('no-stamp', { kind: 'company', id: 1 })
  const { language } = wish
  const rows = orderLineFields(document, { language, warnings, isForCustoms: paper.isForCustoms })
  const totals = orderTotals(document)
  const sums = sumsOf(document)
  const minor = sums.at(-1)?.minor ?? totals.minor
  const fields = {
    titleOf: order.document ?? 'order',
    seller,
    picture: { logo, stamp },
    buyer: buyerFields(document),
    shipTo: shipToFields(document),
    facts: factsOf(document, wish, paper.facts),
    lines: rows,
    currency: order.currency,
    total: { amount: moneyText(totals.minor, order.currency), quantity: totals.quantity, unit: totals.unit },
    sums: sums.map((sum) => ({ key: sum.key, amount: moneyText(sum.minor, order.currency) })),
    inWords: amountInWords(minor, order.currency),
    bank: bankFields(profile, { currency: order.currency, accountId: wish.options.bankAccountId }, warnings),
    marks: wish.options.marks.trim(),
    note: wish.options.note.trim(),
  }
  return {
    fields,
    rows,
    partyId: order.customerId,
    partyName: document.customer?.name ?? order.shipTo.name,
    currency: order.currency,
    totalMinor: minor,
    warnings: warnings.all(),
  }
}

/** A credit says by its title that it gives back: its amounts stand there above zero. */
function turned(document: OrderDocument): OrderDocument {
  const { order } = document
  if (order.document !== 'credit') return document
  const above = (amount: string) => (amount.startsWith('-') ? amount.slice(1) : amount)
  const lines = order.lines.map((line) => ({
    ...line,
    quantity: Math.abs(line.quantity),
    total: above(line.total),
  }))
  const money = Object.fromEntries(Object.entries(order.money).map(([key, amount]) => [key, above(amount)]))
  return { ...document, order: { ...order, lines, money: money as typeof order.money } }
}

type Sum = { key: 'sum_freight' | 'sum_other' | 'sum_tax' | 'sum_taxIncluded' | 'sum_gross'; minor: number }

/** What comes on top of the goods, and what is to be paid in all; nothing where that is the total itself. */
function sumsOf({ order }: OrderDocument): Sum[] {
  // Versions that were kept before orders knew tax have none.
  const { money, currency } = order as { money?: typeof order.money; currency: string }
  if (!money) return []
  const minorOf = (amount: string) => minorFromDecimal(amount, currency)
  const parts: Sum[] = [
    { key: 'sum_freight', minor: minorOf(money.freight) },
    { key: 'sum_other', minor: minorOf(money.other) },
    { key: order.taxIncluded ? 'sum_taxIncluded' : 'sum_tax', minor: minorOf(money.tax) },
  ]
  const shown = parts.filter(({ minor }) => minor !== 0)
  // What the customer pays, whoever hands the tax on: what reaches us may be less.
  const onTop = shown.filter(({ key }) => key !== 'sum_taxIncluded').reduce((sum, { minor }) => sum + minor, 0)
  return shown.length === 0 ? [] : [...shown, { key: 'sum_gross', minor: minorOf(money.goods) + onTop }]
}

function documentOf(db: ReadDb, { record, versionId }: PaperWish): OrderDocument {
  if (record === null) return sampleOrder
  if (record.kind !== 'order') throw new AppError('papers/wrong-record')
  if (versionId === null) return orderDocument(db, record.id)
  const kept = keptDocumentOf(db, record, versionId)
  if (kept === null) throw new AppError('papers/no-version')
  return kept as OrderDocument
}

function warnOfOrder({ order, customer }: OrderDocument, wish: PaperWish, paper: OrderPaper, warnings: WarningList) {
  const own = wish.record ?? undefined
  if (!customer) warnings.add('no-customer', own, order.number)
  else if (!customer.address?.street && order.shipTo.street === '')
    warnings.add('no-customer-address', { kind: 'party', id: customer.id }, customer.name)
  if (order.lines.length === 0) warnings.add('no-lines', own, order.number)
  if (order.status === 'draft' || order.status === 'cancelled') warnings.add('not-confirmed', own, order.number)
  if (paper.promises && order.requiredOn === null) warnings.add('no-required-day', own, order.number)
  if (paper.isForCustoms && wish.options.incoterm === '') warnings.add('no-incoterm')
}

function buyerFields({ customer, order }: OrderDocument) {
  if (!customer) {
    const unknown = { contact: '', phone: '', email: '', taxNumber: '' }
    return { name: same(order.shipTo.name), ...placeFields(order.shipTo), ...unknown }
  }
  const { name, nameZh, address, contact, phone, email, taxNumber } = customer
  const place = address ?? { street: '', city: '', region: '', postalCode: '', country: customer.country }
  return { name: filled({ en: name, zh: nameZh }), ...placeFields(place), contact, phone, email, taxNumber }
}

/** Where the goods go, as far as the order says; empty where it does not. */
function shipToFields({ order: { shipTo } }: OrderDocument) {
  return { name: same(shipTo.name), ...placeFields(shipTo) }
}

/** Street and places stay as they were written; the country is said in the paper's language. */
export function placeFields(address: DocumentAddress) {
  const { street, country } = address
  return { address: lines([street, placeLine(address)], '\n'), country: countryPair(country) }
}

function factsOf({ order, customer }: OrderDocument, { options }: PaperWish, keys: readonly string[]) {
  const incoterm = lines([options.incoterm, options.incotermPlace], ' ')
  const values: Readonly<Record<string, Pair>> = {
    orderNumber: same(order.number),
    orderDate: dayPair(order.orderedOn),
    customerCode: same(customer?.code ?? ''),
    reference: same(order.externalId),
    validUntil: dayPair(options.validUntil),
    requiredOn: dayPair(order.requiredOn),
    incoterm: same(incoterm === '' ? '' : `${incoterm} (Incoterms® 2020)`),
    paymentTerms: same(options.paymentTerms),
    transport: same(options.transport || (order.carrier?.name ?? '')),
    currency: same(order.currency),
  }
  return keys.flatMap((key) => {
    const value = values[key]
    return value && (value.en !== '' || value.zh !== '') ? [{ key: `fact_${key}`, value }] : []
  })
}
