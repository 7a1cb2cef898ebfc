// A freight bill for many shipments at once: looked through first, then written as actual charges. Parcels of one shipment come
// to one charge.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { varianceOf } from '#main/domain/carriers/charge-variance.ts'
import { type BillLineText, readBill } from '#main/domain/carriers/read-bill.ts'
import { addCharge, editCharge } from '#main/services/charges/charge-commands.ts'
import { findBilled } from '#main/services/charges/find-billed.ts'
import { unitsOrNull } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { minorToDecimal } from '#shared/money.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'
import type { BillLine, BillProblem, BillsInput, BillsPreview, ChargeInput } from '#shared/schemas/charges.ts'

export function previewBills(db: ReadDb, bill: BillsInput): BillsPreview {
  const seen = new Set<string>()
  const lines = readBill(bill.text).map((line) => {
    const shown = lineOf(db, bill, line, seen.has(line.named))
    seen.add(line.named)
    return shown
  })
  const ready = lines.filter(({ problem }) => problem === null)
  const currencies = new Set(ready.map(({ currency }) => currency))
  const total = ready.reduce((sum, { amount, currency }) => sum + minorOf(amount ?? '0', currency), 0)
  return {
    ...{ lines, ready: ready.length, currency: bill.currency },
    // A sum over currencies is no sum.
    total: currencies.size > 1 ? '' : minorToDecimal(total, [...currencies][0] ?? bill.currency),
  }
}

/** Writes the lines that the preview had no problem with; `charges/nothing-billed` where there is none. */
export function postBills(tx: WriteTx, bill: BillsInput): { lines: number; shipments: number } {
  const ready = previewBills(tx, bill).lines.filter(({ problem }) => problem === null)
  if (ready.length === 0) throw new AppError('charges/nothing-billed', { field: 'text' })
  const groups = Map.groupBy(ready, ({ shipmentId, currency }) => `${shipmentId} ${currency}`)
  for (const lines of groups.values()) {
    const [first] = lines
    if (!first || first.shipmentId === null) continue
    const { shipmentId, currency } = first
    const sum = lines.reduce((minor, { amount }) => minor + minorOf(amount ?? '0', currency), 0)
    const actual = { amount: minorToDecimal(sum, currency), currency, rate: '' }
    // Of two currencies on one bill the first is the actual of the estimate, the other a charge beside it.
    const open = openCharge(tx, bill, shipmentId)
    if (open) editCharge(tx, open.id, { ...asInput(bill, open), actual })
    else addCharge(tx, shipmentId, { ...asInput(bill, null), actual })
  }
  return { lines: ready.length, shipments: new Set(ready.map(({ shipmentId }) => shipmentId)).size }
}

function minorOf(amount: string, currency: string): number {
  return unitsOrNull(amount, currencyDigits(currency)) ?? 0
}

function lineOf(db: ReadDb, bill: BillsInput, line: BillLineText, isDoubled: boolean): BillLine {
  const currency = line.currency ?? bill.currency
  const found = findBilled(db, line.named)
  const shipmentId = found.length === 1 ? (found[0] ?? null) : null
  const open = shipmentId === null ? null : openCharge(db, bill, shipmentId)
  const minor = line.amount === null || !fits(line.amount, currency) ? null : minorOf(line.amount, currency)
  const estimate = open && { amount: open.amount, currency: open.currency }
  const isComparable = open !== null && minor !== null && open.currency === currency
  return {
    ...{ line: line.line, named: line.named, shipmentId, currency, chargeId: open?.id ?? null, estimate },
    number: shipmentId === null ? '' : numberOf(db, shipmentId),
    amount: minor === null ? line.amount : minorToDecimal(minor, currency),
    variancePercent: isComparable ? varianceOf(open.minor, minor, currency).percent : null,
    problem: problemOf(db, bill, { found, shipmentId, minor, isDoubled }),
  }
}

/** An amount finer than its currency is not rounded away: it is none. */
function fits(amount: string, currency: string): boolean {
  const decimals = /\.(\d*?)0*$/.exec(amount)?.[1]?.length ?? 0
  return decimals <= currencyDigits(currency) && unitsOrNull(amount, currencyDigits(currency)) !== null
}

type Facts = { found: readonly Id[]; shipmentId: Id | null; minor: number | null; isDoubled: boolean }

function problemOf(db: ReadDb, bill: BillsInput, { found, shipmentId, minor, isDoubled }: Facts): BillProblem | null {
  if (minor === null || minor === 0) return 'no_amount'
  if (isDoubled) return 'doubled'
  if (shipmentId === null) return found.length > 1 ? 'several' : 'unknown'
  return isBilled(db, bill, shipmentId) ? 'billed' : null
}

/** This very bill stands there already. */
function isBilled(db: ReadDb, { kind, reference }: BillsInput, shipmentId: Id): boolean {
  if (reference === '') return false
  const sql = `SELECT 1 FROM live_shipment_charges
    WHERE shipment_id = ? AND kind = ? AND reference = ? AND actual_minor IS NOT NULL LIMIT 1`
  return db.get(sql, shipmentId, kind, reference) !== undefined
}

type OpenCharge = {
  id: Id
  minor: number
  amount: string
  currency: string
  rate: string | null
  partyId: Id | null
  note: string
}

/** What was expected of the kind and not billed yet: of whoever bills, else of nobody in particular. */
function openCharge(db: ReadDb, { kind, partyId }: BillsInput, shipmentId: Id): OpenCharge | null {
  const row = db.get<Omit<OpenCharge, 'amount'>>(
    `SELECT id, estimate_minor AS minor, estimate_currency AS currency, estimate_rate AS rate, party_id AS partyId, note
     FROM live_shipment_charges
     WHERE shipment_id = ? AND kind = ? AND actual_minor IS NULL AND estimate_minor IS NOT NULL
       AND (? IS NULL OR party_id IS NULL OR party_id = ?) ORDER BY party_id IS NULL, position, id LIMIT 1`,
    ...[shipmentId, kind, partyId, partyId],
  )
  return row ? { ...row, amount: minorToDecimal(row.minor, row.currency) } : null
}

function asInput({ kind, partyId, billedOn, reference }: BillsInput, open: OpenCharge | null): ChargeInput {
  return {
    ...{ kind, billedOn, reference, partyId: partyId ?? open?.partyId ?? null, note: open?.note ?? '', actual: null },
    estimate: open && { amount: open.amount, currency: open.currency, rate: open.rate ?? '' },
  }
}

function numberOf(db: ReadDb, id: Id): string {
  return db.get<{ number: string }>('SELECT number FROM shipments WHERE id = ?', id)?.number ?? ''
}
