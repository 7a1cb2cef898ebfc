// The rules of what texts and codes mean: the book's own ones as rows, and the reader made of them and the shipped table.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import type { TrackingRulesTable } from '#main/db/tables.ts'
import { type ShippedRules, type StateReader, shippedRows, stateReader } from '#main/domain/tracking/state-rules.ts'
import shipped from '#resources/tracking/rules.json' with { type: 'json' }
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { OwnRule, RuleInput, RuleTried, TrackingRules } from '#shared/schemas/tracking.ts'

const shippedRules: ShippedRules = shipped

export function trackingRules(db: ReadDb): TrackingRules {
  return { own: ownRules(db), shipped: shippedRows(shippedRules) }
}

function ownRules(db: ReadDb): OwnRule[] {
  const rows = db.all<Omit<OwnRule, 'state'> & { state: string }>(
    'SELECT id, position, source, code, phrase, state, note FROM live_tracking_rules ORDER BY position, id',
  )
  return rows.map((row) => ({ ...row, state: row.state as TrackingState | '' }))
}

let last: { key: string; reader: StateReader } | null = null

/** Reads events by the rules of this book. Compiled once for as long as its own rules stay the same. */
export function bookStateReader(db: ReadDb): StateReader {
  const own = ownRules(db)
  const key = JSON.stringify(own)
  if (last?.key !== key) last = { key, reader: stateReader(shippedRules, own) }
  return last.reader
}

/** What a text and a code would mean today. */
export function tryRule(db: ReadDb, said: { text: string; source: string; sourceCode: string }): RuleTried {
  return bookStateReader(db)(said)
}

/** Adds a rule before the others, or changes one. Events that are kept stay as they are until they are read anew. */
export function setRule(tx: WriteTx, { id, rule }: { id: Id | null; rule: RuleInput }): { id: Id } {
  if (id === null) return { id: tx.insert('tracking_rules', { ...rule, position: firstPosition(tx) - 1 }) }
  livingRule(tx, id)
  tx.update('tracking_rules', id, { ...rule })
  return { id }
}

export function removeRule(tx: WriteTx, id: Id): void {
  livingRule(tx, id)
  tx.update('tracking_rules', id, { deleted: 1 })
}

/** Puts the rules into this order; one that is not named keeps its place behind them. */
export function orderRules(tx: WriteTx, ids: readonly Id[]): void {
  const rest = ownRules(tx).filter(({ id }) => !ids.includes(id))
  const ordered = [...ids.map((id) => livingRule(tx, id)), ...rest]
  ordered.forEach(({ id, position }, at) => {
    if (position !== at + 1) tx.update('tracking_rules', id, { position: at + 1 })
  })
}

function firstPosition(db: ReadDb): number {
  return db.get<{ first: number }>('SELECT coalesce(min(position), 1) AS first FROM live_tracking_rules')?.first ?? 1
}

function livingRule(db: ReadDb, id: Id): TrackingRulesTable {
  const row = db.get<TrackingRulesTable>('SELECT * FROM live_tracking_rules WHERE id = ?', id)
  if (!row) throw new AppError('tracking/rule-not-found')
  return row
}
