// What was chosen of the answers becomes purchase orders, one for each supplier; whatever was answered becomes offers, so that
// its prices are known when goods are bought again.
import type { WriteTx } from '#main/db/database.ts'
import { chargeShares } from '#main/domain/sourcing/landed-parts.ts'
import { baseCurrency, bookFacts } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { addPurchase } from '#main/services/purchases/purchase-commands.ts'
import { mayBuyFrom, refuseUnlessMay } from '#main/services/scores/may-buy.ts'
import { asGiven } from '#main/services/sourcing/compare-request.ts'
import { vatComesBack } from '#main/services/sourcing/net-prices.ts'
import { addOffer, offerFrom } from '#main/services/sourcing/offer-commands.ts'
import { getRequest } from '#main/services/sourcing/request-queries.ts'
import { requestIn } from '#main/services/sourcing/request-rows.ts'
import { addDays, type Day, dayOf, type Instant } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { lineTotalMinor, microsFromDecimal, minorToDecimal } from '#shared/money.ts'
import { toMilli } from '#shared/quantity.ts'
import { offerInput } from '#shared/schemas/offers.ts'
import { type PurchaseInput, purchaseInput } from '#shared/schemas/purchases.ts'
import type { ChooseInput, MadeOrders, QuoteAnswer, QuoteRequest, RequestLine } from '#shared/schemas/quote-requests.ts'

/**
 * Makes draft orders of the lines chosen. Once every line is chosen the request is closed. An answer is chosen once:
 * what is wanted besides is added to its order.
 */
export function chooseAnswers(tx: WriteTx, input: ChooseInput): MadeOrders {
  requestIn(tx, input.id, ['sent'])
  const request = getRequest(tx, input.id)
  const orderedOn = input.orderedOn ?? bookToday(tx, tx.now)
  const byAnswer = Map.groupBy(input.picks, ({ answerId }) => answerId)
  const orders = [...byAnswer].map(([answerId, picks]) => {
    const answer = chosenAnswer(request, answerId)
    const may = mayBuyFrom(tx, answer.supplier.id, orderedOn)
    const { number } = request
    refuseUnlessMay(tx, may, { of: 'requests', supplierId: answer.supplier.id, despite: input.despite, number })
    const lines = picks.map(({ lineId }) => pickedLine(request, answer, lineId))
    const made = addPurchase(tx, orderOf(tx, { request, answer, lines, orderedOn }), { answerId })
    tx.update('quote_answers', answerId, { state: 'chosen' })
    return { ...made, supplierId: answer.supplier.id }
  })
  const offers = request.answers.reduce((sum, answer) => sum + keepOffers(tx, request, answer), 0)
  const chosen = new Set(input.picks.map(({ lineId }) => lineId))
  if (request.lines.every(({ id }) => chosen.has(id))) tx.update('quote_requests', input.id, { status: 'closed' })
  return { orders, offers }
}

function chosenAnswer(request: QuoteRequest, answerId: Id): QuoteAnswer {
  const answer = request.answers.find(({ id }) => id === answerId)
  if (!answer) throw new AppError('requests/answer-not-found')
  const { name: supplier } = answer.supplier
  if (answer.state === 'chosen') throw new AppError('requests/answer-chosen', { supplier })
  if (answer.state !== 'answered') throw new AppError('requests/not-answered', { supplier })
  return answer
}

type Picked = { line: RequestLine; price: string; given: QuoteAnswer['lines'][number] }

function pickedLine(request: QuoteRequest, answer: QuoteAnswer, lineId: Id): Picked {
  const line = request.lines.find(({ id }) => id === lineId)
  const given = answer.lines.find((one) => one.lineId === lineId)
  if (!line) throw new AppError('requests/line-not-found')
  const price = given?.price ?? null
  if (!given || price === null)
    throw new AppError('requests/not-offered', { supplier: answer.supplier.name, item: line.sku || line.description })
  return { line, price, given }
}

type Chosen = { request: QuoteRequest; answer: QuoteAnswer; lines: readonly Picked[]; orderedOn: Day }

function orderOf(tx: WriteTx, { request, answer, lines, orderedOn }: Chosen): PurchaseInput {
  const promised = (days: number | null) => (days === null ? null : addDays(orderedOn, days))
  return purchaseInput.parse({
    supplierId: answer.supplier.id,
    orderedOn,
    promisedOn: promised(answer.leadTimeDays) ?? request.neededOn,
    currency: answer.currency,
    rate: answer.currency === baseCurrency(tx) ? '' : (answer.rate ?? ''),
    vatIncluded: answer.vatIncluded,
    vatPercent: answer.vatPercent,
    vatRecoverable: vatComesBack(tx, answer.supplier.id),
    freight: freightOf(tx, { answer, request, lines }),
    incoterm: answer.incoterm || request.incoterm,
    place: answer.place || request.place,
    ...answer.terms,
    reference: answer.reference,
    lines: lines.map(({ line, price, given }) => ({
      productId: line.productId,
      supplierCode: given.supplierCode,
      description: line.description,
      quantity: line.quantity,
      unitPrice: price,
      promisedOn: given.leadTimeDays === null ? null : promised(given.leadTimeDays),
      salesLineId: line.salesLineId,
      note: given.note,
    })),
  })
}

/** Freight was quoted for all that was offered: what is chosen carries its share by value. */
function freightOf(tx: WriteTx, { answer, request, lines }: Omit<Chosen, 'orderedOn'>): string | null {
  if (answer.freight === null) return null
  const given = asGiven(tx, answer, null)
  const values = request.lines.map(({ id, quantity }) => {
    const price = answer.lines.find(({ lineId }) => lineId === id)?.price ?? null
    const pricing = { qtyMilli: toMilli(quantity), discountPpm: 0, currency: answer.currency }
    return {
      valueMinor: price === null ? null : lineTotalMinor({ priceMicros: microsFromDecimal(price), ...pricing }),
    }
  })
  const shares = chargeShares(values, { freightMinor: given.freightMinor, otherMinor: 0 })
  if (!shares) return answer.freight
  const picked = new Set(lines.map(({ line }) => line.id))
  const minor = request.lines.reduce(
    (sum, { id }, index) => sum + (picked.has(id) ? (shares[index]?.freight ?? 0) : 0),
    0,
  )
  return minorToDecimal(minor, answer.currency)
}

/** Every price that was answered for a product holds from the day of the answer; one that is there already stays. */
function keepOffers(tx: WriteTx, request: QuoteRequest, answer: QuoteAnswer): number {
  if (answer.answeredAt === null || answer.state === 'declined') return 0
  const validFrom = dayOf(answer.answeredAt as Instant, bookFacts(tx).timeZone)
  const supplierId = answer.supplier.id
  const made = answer.lines.filter((given) => {
    const productId = request.lines.find(({ id }) => id === given.lineId)?.productId ?? null
    if (productId === null || given.price === null || !isBuyable(tx, productId)) return false
    if (offerFrom(tx, { supplierId, productId, validFrom }, null) !== null) return false
    const validTo = answer.validTo !== null && answer.validTo >= validFrom ? answer.validTo : null
    const offer = offerInput.parse({
      ...{ supplierId, productId, validFrom, validTo },
      supplierCode: given.supplierCode,
      currency: answer.currency,
      vatIncluded: answer.vatIncluded,
      vatPercent: answer.vatPercent,
      incoterm: answer.incoterm || request.incoterm,
      place: answer.place || request.place,
      minOrder: given.minOrder,
      carton: given.carton,
      leadTimeDays: given.leadTimeDays ?? answer.leadTimeDays,
      source: request.number,
      prices: [{ from: given.minOrder ?? 0, price: given.price }],
    })
    addOffer(tx, offer, { answerId: answer.id })
    return true
  })
  return made.length
}

function isBuyable(tx: WriteTx, productId: Id): boolean {
  return tx.get("SELECT 1 FROM live_products WHERE id = ? AND kind <> 'family'", productId) !== undefined
}
