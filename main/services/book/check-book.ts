// `quayside check`: the file, its references, the log, and everything derived, held against what it is derived from.
import type { ReadDb } from '#main/db/database.ts'
import { missingLogTriggers } from '#main/db/log-triggers.ts'
import { pastUntil } from '#main/db/past-mark.ts'
import { type LogReport, verifyLog } from '#main/db/verify-log.ts'
import { alteredContents } from '#main/services/book/check-contents.ts'
import { costProblems } from '#main/services/costing/check-costs.ts'
import { linesWithStaleCost } from '#main/services/orders/line-costs.ts'
import { linesOutOfStep } from '#main/services/orders/line-states.ts'
import { ordersOutOfStep } from '#main/services/orders/order-sums.ts'
import { alteredPaperContents } from '#main/services/papers/paper-contents.ts'
import { owedDaysOutOfStep } from '#main/services/payments/owed-days.ts'
import { receivablesOutOfStep } from '#main/services/payments/sale-dues.ts'
import { purchaseLinesOutOfStep, purchasesOutOfStep } from '#main/services/purchases/purchase-derived.ts'
import { shipmentsOutOfStep } from '#main/services/shipments/shipment-derived.ts'
import { batchesOutOfBalance, productsOutOfBalance } from '#main/services/stock/settle-balances.ts'
import type { Instant } from '#shared/dates.ts'

export type BookProblem = { code: string; where: string }

export type BookCheck = {
  ok: boolean
  problems: BookProblem[]
  counts: { operations: number; changes: number; products: number; parties: number; orders: number; orderLines: number }
  /** The last hash of every copy that wrote here: "unaltered" is only proved against one of them kept elsewhere. */
  heads: { copy: number; sequence: number; hash: string }[]
  /** What the log alone said, for whoever holds it against more. */
  log: LogReport
  /** Operations from before schema 190 whose content was erased since: nothing proves it any more, and nothing denies it. */
  unprovable: string[]
  /** Of a file that shows the book as it was: the first instant that is not part of it. */
  past: Instant | null
}

const shown = 20

export type CheckPhase = 'file' | 'operations' | 'changes' | 'contents' | 'derived'

/** How far a check is; called often, and may throw to stop it. */
export type CheckSteps = (phase: CheckPhase, done: number, total: number | null) => void

/** Reads the whole book; writes nothing. */
export function checkBook(db: ReadDb, steps: CheckSteps = () => {}): BookCheck {
  steps('file', 0, null)
  const file = fileProblems(db)
  const log = verifyLog(db, steps)
  steps('contents', 0, null)
  const contents = contentProblems(db)
  steps('derived', 0, null)
  const past = pastUntil(db)
  const problems = [
    ...file,
    ...(isErasedPast(db, past) ? [] : logProblems(db, log)),
    ...contents,
    ...derivedProblems(db),
  ]
  const { unprovable } = log
  return { ok: problems.length === 0, problems, counts: counts(db), heads: heads(db), log, unprovable, past }
}

/** What was erased later is erased in a past as well, by operations that are not in it: its log cannot agree with itself. */
function isErasedPast(db: ReadDb, past: Instant | null): boolean {
  return past !== null && db.get('SELECT 1 FROM erasures LIMIT 1') !== undefined
}

function fileProblems(db: ReadDb): BookProblem[] {
  const integrity = db.raw('PRAGMA integrity_check').map((row) => String(row[0]))
  const references = db.raw('PRAGMA foreign_key_check')
  return [
    ...integrity.filter((line) => line !== 'ok').map((where) => ({ code: 'file', where })),
    ...references.slice(0, shown).map((row) => ({ code: 'reference', where: `${row[0]} ${row[1]} -> ${row[2]}` })),
  ]
}

function logProblems(db: ReadDb, log: LogReport): BookProblem[] {
  const problems = log.problems.map(({ code, operation, table }) => ({
    code: `log-${code}`,
    where: table ? `${table} ${operation}` : operation,
  }))
  return [...problems, ...missingLogTriggers(db).map((where) => ({ code: 'log-trigger', where }))]
}

const of = (code: string, ids: readonly number[]) => ids.slice(0, shown).map((id) => ({ code, where: String(id) }))

function contentProblems(db: ReadDb): BookProblem[] {
  return [...of('content', alteredContents(db)), ...of('paper-content', alteredPaperContents(db))]
}

function derivedProblems(db: ReadDb): BookProblem[] {
  return [
    ...of('order-totals', ordersOutOfStep(db)),
    ...of('order-line', linesOutOfStep(db)),
    ...of('order-payment', receivablesOutOfStep(db)),
    ...of('line-cost', linesWithStaleCost(db)),
    ...of('purchase-line', purchaseLinesOutOfStep(db)),
    ...of('purchase-totals', purchasesOutOfStep(db)),
    ...of('purchase-owed', owedDaysOutOfStep(db)),
    ...of('shipment', shipmentsOutOfStep(db)),
    ...of('stock-balance', productsOutOfBalance(db)),
    ...of('batch-balance', batchesOutOfBalance(db)),
    ...costProblems(db, shown),
  ]
}

function counts(db: ReadDb): BookCheck['counts'] {
  const of = (table: string) => db.get<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? 0
  return {
    operations: of('operations'),
    changes: of('changes'),
    products: of('live_products'),
    parties: of('live_parties'),
    orders: of('live_sales_orders'),
    orderLines: of('live_order_lines'),
  }
}

function heads(db: ReadDb): BookCheck['heads'] {
  return db.all(
    `SELECT replica AS copy, max(sequence) AS sequence, hash FROM operations GROUP BY replica ORDER BY replica`,
  )
}
