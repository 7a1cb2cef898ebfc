// Whether the seller may ask a supplier for prices, or order from them: by the supplier's status, and by the grade that
// holds, unless an exception is open.
import type { ReadDb } from '#main/db/database.ts'
import { heldGrade } from '#main/services/scores/held-grades.ts'
import { supplySetting } from '#main/services/suppliers/supply-settings.ts'
import type { Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { MayBuy, MayBuyReason } from '#shared/schemas/score-records.ts'
import type { Consequence } from '#shared/schemas/score-settings.ts'

/** May a purchase order go to this supplier on that day? `block` is to be refused, `warn` to be told. */
export function mayBuyFrom(db: ReadDb, supplierId: Id, on: Day): MayBuy {
  return verdictOf(db, { supplierId, on, what: 'orders' })
}

/** The same of a request for quotation. */
export function mayAskFrom(db: ReadDb, supplierId: Id, on: Day): MayBuy {
  return verdictOf(db, { supplierId, on, what: 'requests' })
}

type Asked = {
  /** Whose sentence says so. */
  of: 'purchases' | 'requests'
  supplierId: Id
  despite: boolean
  /** Of the document that goes to the supplier. */
  number: string
}

/** `…/supplier-blocked` where it may not be; `…/supplier-warned` where something speaks against it, unless it is done `despite` that. */
export function refuseUnlessMay(db: ReadDb, may: MayBuy, { of, supplierId, despite, number }: Asked): void {
  const { verdict, reasons } = may
  if (verdict === 'ok' || (verdict === 'warn' && despite)) return
  const supplier = db.get<{ name: string }>('SELECT name FROM parties WHERE id = ?', supplierId)?.name ?? ''
  const code = verdict === 'block' ? (`${of}/supplier-blocked` as const) : (`${of}/supplier-warned` as const)
  throw new AppError(code, { number, supplier, reasons: reasons.map((reason) => reason.code) })
}

type Question = { supplierId: Id; on: Day; what: 'orders' | 'requests' }

const severity: readonly Consequence[] = ['none', 'warn', 'block']

function verdictOf(db: ReadDb, question: Question): MayBuy {
  const found = [...statusReasons(db, question), ...gradeReasons(db, question)]
  const worst = Math.max(0, ...found.map(({ follows }) => severity.indexOf(follows)))
  return {
    verdict: worst === 2 ? 'block' : worst === 1 ? 'warn' : 'ok',
    reasons: found.map(({ reason }) => reason),
  }
}

type Found = { follows: Consequence; reason: MayBuyReason }

/** A blocked supplier cannot be bought from; one on hold, or not approved yet, only knowingly. A candidate may be asked. */
function statusReasons(db: ReadDb, { supplierId, what }: Question): Found[] {
  const row = db.get<{ status: string }>('SELECT supply_status AS status FROM parties WHERE id = ?', supplierId)
  if (row?.status === 'blocked') return [{ follows: 'block', reason: { code: 'status-blocked' } }]
  if (row?.status === 'on_hold') return [{ follows: 'warn', reason: { code: 'status-on-hold' } }]
  if (row?.status === 'candidate' && what === 'orders')
    return [{ follows: 'warn', reason: { code: 'status-candidate' } }]
  return []
}

function gradeReasons(db: ReadDb, { supplierId, on, what }: Question): Found[] {
  const held = heldGrade(db, supplierId)
  if (held === null) return []
  const follows = supplySetting(db, 'grades').follows[held.grade][what]
  if (follows === 'none') return []
  const exception = openException(db, supplierId, on)
  if (exception) {
    return [
      {
        follows: 'none',
        reason: { code: 'grade-excepted', grade: held.grade, until: exception.until, reason: exception.reason },
      },
    ]
  }
  return [{ follows, reason: { code: 'grade', grade: held.grade, runId: held.runId } }]
}

/** The exception that lasts longest of those open on a day. */
function openException(db: ReadDb, supplierId: Id, on: Day): { id: Id; reason: string; until: Day } | undefined {
  return db.get(
    `SELECT id, reason, until_on AS until FROM live_grade_exceptions
     WHERE party_id = ? AND given_on <= ? AND until_on >= ? ORDER BY until_on DESC, id DESC LIMIT 1`,
    supplierId,
    on,
    on,
  )
}
