// Charges that come later than their goods: freight, duty. A charge is split over the lines of one receipt and fixed with the
// rate of its day; what it does to stock and to goods already sold follows by the replay.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { lateCostSharesOf } from '#main/domain/costing/late-cost-shares.ts'
import { minorConverter } from '#main/domain/rates/conversion.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { type ChargedMovement, chargedMovements, sharesOfCharge } from '#main/services/costing/charge-shares.ts'
import { historySource } from '#main/services/costing/cost-history.ts'
import { settleCosts } from '#main/services/costing/settle-costs.ts'
import { rateFinder } from '#main/services/rates/rate-finder.ts'
import { openDay } from '#main/services/stock/closed-days.ts'
import { refuseDay } from '#main/services/stock/posting-rules.ts'
import type { Day } from '#shared/dates.ts'
import { AppError, atField } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal, typedMinor } from '#shared/money.ts'
import { isRate } from '#shared/rates.ts'
import type { ChargePreview, LandedCostInput } from '#shared/schemas/costing.ts'

type Charge = {
  amountMinor: number
  baseMinor: number
  rate: string
  rateOn: Day
  movements: ChargedMovement[]
  sharesMinor: readonly number[]
}

/** Posts the charge; gives its id. */
export function postLandedCost(tx: WriteTx, input: LandedCostInput): { id: Id } {
  const charge = chargeOf(tx, input)
  refuseUnknownParty(tx, input.partyId)
  const { movements, sharesMinor, ...money } = charge
  const shares = movements.map(({ id, productId }, at) => ({ movementId: id, productId, minor: sharesMinor[at] ?? 0 }))
  return { id: writeLandedCost(tx, { ...input, ...money, chargeId: null }, shares) }
}

export type WrittenCharge = Pick<
  LandedCostInput,
  'documentId' | 'on' | 'kind' | 'splitBy' | 'currency' | 'partyId' | 'reference' | 'note'
> &
  Pick<Charge, 'amountMinor' | 'baseMinor' | 'rate' | 'rateOn'> & {
    /** The charge of a shipment that it comes from. */
    chargeId: Id | null
  }

/** Writes a charge whose shares are worked out, and settles what follows; gives its id. */
export function writeLandedCost(
  tx: WriteTx,
  charge: WrittenCharge,
  shares: readonly (Share & { productId: Id })[],
): Id {
  const id = tx.insert('landed_costs', {
    document_id: charge.documentId,
    posted_on: charge.on,
    kind: charge.kind,
    split_by: charge.splitBy,
    amount_minor: charge.amountMinor,
    currency: charge.currency,
    rate: charge.rate,
    rate_on: charge.rateOn,
    base_minor: charge.baseMinor,
    party_id: charge.partyId,
    reference: charge.reference,
    note: charge.note,
    charge_id: charge.chargeId,
  })
  addShares(tx, id, shares)
  settleCosts(tx, { products: productsOf(shares), from: charge.on })
  return id
}

/** What it would do, nothing posted: each line's share, and how much of it lies on what is left and on what is gone. */
export function previewLandedCost(db: ReadDb, input: LandedCostInput): ChargePreview {
  const { baseMinor, rate, rateOn, movements, sharesMinor } = chargeOf(db, input)
  const base = baseCurrency(db)
  const source = historySource(db)
  const divided = movements.map((movement, at) => {
    const amountMinor = sharesMinor[at] ?? 0
    const late = { receiptId: movement.id, on: input.on, amountMinor }
    return lateCostSharesOf(source.historyOf(movement.productId), late)
  })
  const money = (minor: number) => minorToDecimal(minor, base)
  const sumOf = (side: 'toStockMinor' | 'toSoldMinor') =>
    divided.some((one) => one === null) ? null : money(divided.reduce((sum, one) => sum + (one?.[side] ?? 0), 0))
  return {
    baseAmount: money(baseMinor),
    baseCurrency: base,
    rate,
    rateOn,
    shares: movements.map(({ id, qtyMilli, productId, sku, name, nameZh, unit }, at) => ({
      ...{ movementId: id, productId, sku, name, nameZh, unit, quantity: qtyMilli / 1000 },
      amount: money(sharesMinor[at] ?? 0),
      toStock: divided[at] ? money(divided[at].toStockMinor) : null,
      toSold: divided[at] ? money(divided[at].toSoldMinor) : null,
    })),
    toStock: sumOf('toStockMinor'),
    toSold: sumOf('toSoldMinor'),
  }
}

function chargeOf(db: ReadDb, input: LandedCostInput): Charge {
  refuseDay(db, input.on)
  const base = baseCurrency(db)
  const movements = chargedMovements(db, input.documentId)
  const amountMinor = atField('amount', () => typedMinor(input.amount, input.currency))
  if (amountMinor === 0) throw new AppError('costing/no-amount', { field: 'amount' })
  const { rate, rateOn } = rateOf(db, input, base)
  const baseMinor = minorConverter(input.currency, base, { multiply: rate, divide: '1' })(amountMinor)
  if (baseMinor === 0) throw new AppError('costing/no-amount', { field: 'amount' })
  const sharesMinor = sharesOfCharge({ ...input, baseMinor, amountMinor }, movements)
  refuseBelowNothing(db, { movements, sharesMinor, base })
  return { amountMinor, baseMinor, rate, rateOn, movements, sharesMinor }
}

type Shared = Pick<Charge, 'movements' | 'sharesMinor'> & { base: string }

/** Goods cost nothing at the least: a credit beyond that belongs to no stock. Goods without a known cost cannot be asked. */
function refuseBelowNothing(db: ReadDb, { movements, sharesMinor, base }: Shared): void {
  for (const [at, { id, sku, valueMinor }] of movements.entries()) {
    const share = sharesMinor[at] ?? 0
    if (share >= 0 || valueMinor === null) continue
    const before = db.get<{ minor: number }>(
      'SELECT coalesce(sum(base_minor), 0) AS minor FROM landed_cost_shares WHERE movement_id = ?',
      id,
    )
    const worth = valueMinor + (before?.minor ?? 0)
    if (worth + share >= 0) continue
    const money = { cost: minorToDecimal(worth, base), credit: minorToDecimal(-share, base), currency: base }
    throw new AppError('costing/credit-too-large', { field: 'amount', product: sku, ...money })
  }
}

/** No rate known: asked for, never guessed. */
function rateOf(db: ReadDb, { currency, on, rate }: LandedCostInput, base: string): { rate: string; rateOn: Day } {
  if (currency === base) return { rate: '1', rateOn: on }
  if (rate !== '') {
    if (!isRate(rate)) throw new AppError('rates/bad-rate', { rate, field: 'rate' })
    return { rate, rateOn: on }
  }
  const found = rateFinder(db)(currency, base, on)
  if (found.status !== 'ok') throw new AppError('stock/no-rate', { currency, base, day: on, field: 'rate' })
  return { rate: found.rate, rateOn: found.rateOn }
}

function refuseUnknownParty(db: ReadDb, id: Id | null): void {
  if (id !== null && !db.get('SELECT 1 FROM live_parties WHERE id = ?', id)) {
    throw new AppError('parties/not-found', { field: 'partyId' })
  }
}

type Share = { movementId: Id; minor: number }

function addShares(tx: WriteTx, id: Id, shares: readonly Share[]): void {
  for (const { movementId, minor } of shares) {
    tx.insert('landed_cost_shares', { landed_cost_id: id, movement_id: movementId, base_minor: minor })
  }
}

function productsOf(movements: readonly { productId: Id }[]): Id[] {
  return [...new Set(movements.map(({ productId }) => productId))]
}

/** Takes a charge back by its counter-charge: on its own day, or the first open one. */
export function reverseLandedCost(tx: WriteTx, { id, on }: { id: Id; on?: Day | undefined }): { id: Id } {
  const charge = tx.get<Record<string, string | number | null>>('SELECT * FROM landed_costs WHERE id = ?', id)
  if (!charge) throw new AppError('costing/charge-not-found')
  if (charge.reverses_id !== null) throw new AppError('costing/charge-is-reversal')
  if (tx.get('SELECT 1 FROM landed_costs INDEXED BY landed_costs_reversals WHERE reverses_id = ?', id)) {
    throw new AppError('costing/charge-reversed')
  }
  const day = on ?? openDay(tx, charge.posted_on as Day)
  refuseDay(tx, day)
  return { id: copyCharge(tx, { id, charge, day, sign: -1, reversesId: id }) }
}

/** Takes a counter-charge back: two copies took one charge back, and once was enough. */
export function takeReversalBack(tx: WriteTx, id: Id): void {
  const charge = tx.get<Record<string, string | number | null>>(
    'SELECT * FROM landed_costs WHERE id = ? AND reverses_id IS NOT NULL',
    id,
  )
  if (!charge) throw new AppError('costing/charge-not-found')
  copyCharge(tx, { id, charge, day: openDay(tx, charge.posted_on as Day), sign: -1, reversesId: id })
}

type ChargeCopy = {
  id: Id
  charge: Readonly<Record<string, string | number | null>>
  day: Day
  sign: 1 | -1
  reversesId: Id | null
}

/** The same charge once more, or its opposite. */
function copyCharge(tx: WriteTx, { id, charge, day, sign, reversesId }: ChargeCopy): Id {
  const { id: _, salt: __, ...columns } = charge
  const copy = tx.insert('landed_costs', {
    ...columns,
    posted_on: day,
    amount_minor: sign * Number(charge.amount_minor),
    base_minor: sign * Number(charge.base_minor),
    reverses_id: reversesId,
  })
  const rows = tx.all<Share & { productId: Id }>(
    `SELECT s.movement_id AS movementId, s.base_minor AS minor, m.product_id AS productId
     FROM landed_cost_shares s JOIN stock_movements m ON m.id = s.movement_id WHERE s.landed_cost_id = ? ORDER BY s.id`,
    id,
  )
  const shares = rows.map(({ movementId, minor }) => ({ movementId, minor: sign * minor || 0 }))
  addShares(tx, copy, shares)
  settleCosts(tx, { products: productsOf(rows), from: day })
  return copy
}

/** What would be posted again of a shipment's charge, where it was posted anew since. */
function refuseLandedSince(tx: WriteTx, { firstId, lastId }: { firstId: Id; lastId: Id }): void {
  const since = tx.get(
    `SELECT 1 FROM landed_costs t CROSS JOIN landed_costs c INDEXED BY landed_costs_by_charge
       ON c.charge_id = t.charge_id AND c.charge_id IS NOT NULL
     WHERE t.id BETWEEN ? AND ? AND t.reverses_id IS NOT NULL AND c.id NOT BETWEEN ? AND ? AND c.reverses_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM landed_costs r INDEXED BY landed_costs_reversals WHERE r.reverses_id = c.id) LIMIT 1`,
    ...[firstId, lastId, firstId, lastId],
  )
  if (since) throw new AppError('charges/already-landed')
}

/** Charges that an operation posted, taken back; one that it had itself taken back is posted again. Gives how many. */
export function reverseCharges(tx: WriteTx, { firstId, lastId }: { firstId: Id; lastId: Id }): number {
  const charges = tx.all<Record<string, string | number | null>>(
    'SELECT * FROM landed_costs WHERE id BETWEEN ? AND ? ORDER BY id',
    firstId,
    lastId,
  )
  refuseLandedSince(tx, { firstId, lastId })
  for (const charge of charges) {
    const id = Number(charge.id)
    if (charge.reverses_id === null) reverseLandedCost(tx, { id })
    else copyCharge(tx, { id, charge, day: openDay(tx, charge.posted_on as Day), sign: -1, reversesId: null })
  }
  return charges.length
}
