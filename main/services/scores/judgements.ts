// What people judge of suppliers by hand: read, added, changed, taken back.
import type { ReadDb, WriteTx } from '#main/db/database.ts'
import { refuseNoSupplier, refuseUnknownPerson } from '#main/services/scores/scored-supplier.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { Judgement, JudgementInput } from '#shared/schemas/score-records.ts'

/** The newest first; the newest of each person counts. */
export function judgementsOf(db: ReadDb, supplierId: Id): Judgement[] {
  return db.all(
    `SELECT j.id, j.dimension, j.score, j.judged_on AS judgedOn, j.person_id AS personId, coalesce(p.name, '') AS person,
       coalesce(p.name_zh, '') AS personZh, j.note
     FROM supplier_judgements j INDEXED BY supplier_judgements_by_party LEFT JOIN people p ON p.id = j.person_id
     WHERE j.party_id = ? AND j.deleted = 0 ORDER BY j.judged_on DESC, j.id DESC`,
    supplierId,
  )
}

export function addJudgement(tx: WriteTx, input: JudgementInput): Id {
  return tx.insert('supplier_judgements', columnsOf(tx, input, tx.personId))
}

export function editJudgement(tx: WriteTx, id: Id, input: JudgementInput): void {
  const before = livingJudgement(tx, id)
  tx.update('supplier_judgements', id, columnsOf(tx, input, before.personId))
}

export function removeJudgement(tx: WriteTx, id: Id): void {
  livingJudgement(tx, id)
  tx.update('supplier_judgements', id, { deleted: 1 })
}

function columnsOf(tx: WriteTx, input: JudgementInput, usualPerson: Id | null) {
  refuseNoSupplier(tx, input.supplierId)
  const personId = input.personId === undefined ? usualPerson : input.personId
  refuseUnknownPerson(tx, personId)
  return {
    party_id: input.supplierId,
    dimension: input.dimension,
    score: input.score,
    judged_on: input.judgedOn,
    person_id: personId,
    note: input.note,
  }
}

function livingJudgement(tx: WriteTx, id: Id): { personId: Id | null } {
  const row = tx.get<{ personId: Id | null }>(
    'SELECT person_id AS personId FROM live_supplier_judgements WHERE id = ?',
    id,
  )
  if (!row) throw new AppError('scores/judgement-not-found')
  return row
}
