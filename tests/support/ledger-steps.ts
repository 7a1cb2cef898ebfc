// Random work on a stock ledger: what people post, take back, charge, tell, close, in any order and on any day.
import fc from 'fast-check'
import type { WriteTx } from '#main/db/database.ts'
import { setCostMethod } from '#main/services/costing/cost-method.ts'
import { postLandedCost } from '#main/services/costing/landed-costs.ts'
import { closePeriod, reopenPeriod } from '#main/services/costing/period-closings.ts'
import { tellCosts } from '#main/services/costing/told-costs.ts'
import { type Movement, postMovements } from '#main/services/stock/stock-ledger.ts'
import { addDays, asDay, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { landedCostInput, tellCostsInput } from '#shared/schemas/costing.ts'
import { type BookCopy, firstCopy, machine } from '#tests/support/book-copies.ts'
import { makeProduct } from '#tests/support/records.ts'

/** Two products, the second made of the first, which has two batches; and two places. */
export type Stage = { ids: readonly [Id, Id]; place: Id; batches: readonly [Id, Id] }

const day = fc.nat(20)
const qty = fc.integer({ min: 1, max: 9 })
const which = fc.nat(1)
const pick = fc.nat(30)
const batch = fc.option(fc.nat(1), { freq: 1 })
const does = <const Name extends string>(name: Name) => fc.constant(name)

/** One thing that somebody does; numbers choose among what is there. */
export const ledgerSteps = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: does('receive'),
      day,
      qty,
      value: fc.option(fc.nat(999), { freq: 4 }),
      place: which,
      which,
      batch,
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: does('issue'), day, qty, place: which, which, batch }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: does('adjust'), day, qty, place: which, which, batch, isOut: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: does('transfer'), day, qty, which }) },
  { weight: 2, arbitrary: fc.record({ do: does('reverse'), pick, later: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ do: does('comeBack'), pick, later: fc.nat(5), isOut: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: does('assemble'), day, qty, apart: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: does('charge'), pick, later: fc.nat(9), amount: fc.integer({ min: -300, max: 300 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: does('tell'), pick, cents: fc.option(fc.nat(200)) }) },
  { weight: 1, arbitrary: fc.record({ do: does('close'), day, reopen: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: does('method'), fifo: fc.boolean() }) },
)
type Step = typeof ledgerSteps extends fc.Arbitrary<infer Value> ? Value : never
type StepOf<Name extends Step['do']> = Extract<Step, { do: Name }>

export function startLedger(): { copy: BookCopy; stage: Stage } {
  const copy = firstCopy(machine())
  const stage = copy.write((tx) => {
    const ids = [makeProduct(tx, { sku: 'PART' }), makeProduct(tx, { sku: 'KIT' })] as const
    const batch = (code: string) => tx.insert('batches', { product_id: ids[0], code })
    return { ids, place: tx.insert('warehouses', { name: 'B' }), batches: [batch('L1'), batch('L2')] as const }
  })
  return { copy, stage }
}

/** What a rule refuses was not done; anything else is a failure. */
export function tryStep(copy: Pick<BookCopy, 'write'>, stage: Stage, one: Step): void {
  try {
    copy.write((tx) => take(tx, stage, one))
  } catch (error) {
    if (!(error instanceof AppError)) throw error
  }
}

const dayAt = (count: number): Day => addDays(asDay('2026-01-01'), count)

type Verbs = { [Name in Step['do']]: (tx: WriteTx, stage: Stage, one: StepOf<Name>) => void }

const verbs: Verbs = {
  receive,
  issue,
  adjust,
  transfer,
  assemble,
  reverse: (tx, _, one) => reverse(tx, one),
  comeBack: (tx, _, one) => comeBack(tx, one),
  charge: (tx, _, one) => charge(tx, one),
  tell: (tx, _, one) => tell(tx, one),
  close: (tx, _, one) => close(tx, one),
  method: (tx, _, one) => setCostMethod(tx, { method: one.fifo ? 'fifo' : 'average' }),
}

function take(tx: WriteTx, stage: Stage, one: Step): void {
  const work = verbs[one.do] as (tx: WriteTx, stage: Stage, one: Step) => void
  work(tx, stage, one)
}

type Where = { which: number; place: number; day: number; batch: number | null }

function lineOf({ ids, place, batches }: Stage, { which, place: at, day, batch }: Where) {
  const batchId = which === 0 && batch !== null ? (batches[batch] ?? null) : null
  return { productId: ids[which] ?? 0, warehouseId: at === 0 ? 1 : place, movedOn: dayAt(day), batchId }
}

function document(tx: WriteTx, kind: string, on: Day): Id {
  return tx.insert('stock_documents', { kind, number: 'X', moved_on: on, warehouse_id: 1 })
}

function receive(tx: WriteTx, stage: Stage, one: StepOf<'receive'>): void {
  const documentId = document(tx, 'receipt', dayAt(one.day))
  const cost =
    one.value === null ? null : { micros: 0, currency: 'USD', rate: null, rateOn: null, valueMinor: one.value }
  postMovements(tx, [{ ...lineOf(stage, one), kind: 'receipt', qtyMilli: one.qty * 1000, documentId, cost }])
}

function issue(tx: WriteTx, stage: Stage, one: StepOf<'issue'>): void {
  postMovements(tx, [{ ...lineOf(stage, one), kind: 'issue', qtyMilli: -one.qty * 1000 }])
}

/** What is found has the last known cost. */
function adjust(tx: WriteTx, stage: Stage, one: StepOf<'adjust'>): void {
  const qtyMilli = (one.isOut ? -1000 : 1000) * one.qty
  postMovements(tx, [{ ...lineOf(stage, one), kind: 'adjustment', qtyMilli }])
}

function transfer(tx: WriteTx, stage: Stage, one: StepOf<'transfer'>): void {
  const line = { ...lineOf(stage, { ...one, place: 0, batch: null }), kind: 'transfer' as const }
  const [out] = postMovements(tx, [{ ...line, qtyMilli: -one.qty * 1000 }])
  postMovements(tx, [{ ...line, warehouseId: stage.place, qtyMilli: one.qty * 1000, originId: out?.id ?? null }])
}

function assemble(tx: WriteTx, { ids }: Stage, one: StepOf<'assemble'>): void {
  const line = {
    ...{ warehouseId: 1, movedOn: dayAt(one.day), kind: 'assembly' as const },
    documentId: document(tx, 'assembly', dayAt(one.day)),
  }
  const sign = one.apart ? 1 : -1
  postMovements(tx, [
    { ...line, productId: ids[1], qtyMilli: -sign * one.qty * 1000 },
    { ...line, productId: ids[0], qtyMilli: sign * one.qty * 2000 },
  ])
}

type Posted = Movement & { id: Id }

function posted(tx: WriteTx, where: string, at: number): Posted | undefined {
  const rows = tx.all<Posted>(
    `SELECT id, product_id AS productId, warehouse_id AS warehouseId, moved_on AS movedOn, kind, qty_milli AS qtyMilli,
       document_id AS documentId, origin_id AS originId FROM stock_movements WHERE ${where} ORDER BY id`,
  )
  return rows[at % Math.max(1, rows.length)]
}

function reverse(tx: WriteTx, one: StepOf<'reverse'>): void {
  const found = posted(
    tx,
    'id NOT IN (SELECT reverses_id FROM stock_movements WHERE reverses_id IS NOT NULL)',
    one.pick,
  )
  if (!found) return
  const { id, qtyMilli, movedOn, ...rest } = found
  postMovements(tx, [{ ...rest, movedOn: addDays(movedOn, one.later), qtyMilli: -qtyMilli, reversesId: id }])
}

/** Half of what a customer got, or of what a supplier sent. */
function comeBack(tx: WriteTx, one: StepOf<'comeBack'>): void {
  const found = posted(tx, `kind = '${one.isOut ? 'receipt' : 'issue'}' AND reverses_id IS NULL`, one.pick)
  if (!found) return
  const { id, productId, warehouseId, movedOn } = found
  const half = Math.max(1000, Math.round(Math.abs(found.qtyMilli) / 2000) * 1000)
  const kind = one.isOut ? 'supplier_return' : 'customer_return'
  const line = { productId, warehouseId, movedOn: addDays(movedOn, one.later), kind } as const
  postMovements(tx, [{ ...line, qtyMilli: one.isOut ? -half : half, originId: id }])
}

function charge(tx: WriteTx, one: StepOf<'charge'>): void {
  const receipt = posted(tx, "kind = 'receipt' AND document_id IS NOT NULL", one.pick)
  if (!receipt) return
  const input = {
    ...{
      documentId: receipt.documentId,
      on: addDays(receipt.movedOn, one.later),
      kind: 'freight',
      splitBy: 'quantity',
    },
    ...{ amount: String(one.amount / 100), currency: 'USD' },
  }
  postLandedCost(tx, landedCostInput.parse(input))
}

function tell(tx: WriteTx, one: StepOf<'tell'>): void {
  const receipt = posted(tx, "kind = 'receipt' AND value_minor IS NULL AND reverses_id IS NULL", one.pick)
  if (!receipt) return
  const unitCost = one.cents === null ? null : { amount: String(one.cents / 100), currency: 'USD' }
  tellCosts(tx, tellCostsInput.parse({ costs: [{ movementId: receipt.id, unitCost }] }))
}

function close(tx: WriteTx, one: StepOf<'close'>): void {
  if (!one.reopen) {
    closePeriod(tx, { through: dayAt(one.day), note: '' })
    return
  }
  const sql = 'SELECT id FROM period_closings WHERE deleted = 0 ORDER BY through_on DESC, id DESC'
  const newest = tx.get<{ id: Id }>(sql)
  if (newest) reopenPeriod(tx, newest)
}
