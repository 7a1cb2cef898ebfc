// What the seller decides about a supplier, with what was proposed beside it and dated actions as tasks on the decision.
import type { WriteTx } from '#main/db/database.ts'
import { heldGrade } from '#main/services/scores/held-grades.ts'
import { rankedSuppliers } from '#main/services/scores/ranked-suppliers.ts'
import { periodToKeep } from '#main/services/scores/score-runs.ts'
import { proposalFor } from '#main/services/scores/scorecard.ts'
import { refuseNoSupplier } from '#main/services/scores/scored-supplier.ts'
import { addTask } from '#main/services/tasks/task-commands.ts'
import { asDay, type Day } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { DecideInput, DecisionKind } from '#shared/schemas/score-records.ts'
import { taskInput } from '#shared/schemas/tasks.ts'

export function decide(tx: WriteTx, input: DecideInput): Id {
  refuseNoSupplier(tx, input.supplierId)
  const id = tx.insert('supplier_decisions', {
    party_id: input.supplierId,
    run_id: heldGrade(tx, input.supplierId)?.runId ?? null,
    proposed: input.proposed ?? proposedFor(tx, input.supplierId),
    decided: input.decided,
    decided_on: input.decidedOn,
    person_id: tx.personId,
    note: input.note,
  })
  for (const { title, dueOn, personId } of input.actions)
    addTask(tx, taskInput.parse({ title, dueOn, personId, record: { kind: 'decision', id } }))
  return id
}

function proposedFor(tx: WriteTx, supplierId: Id): DecisionKind | '' {
  const { from, to } = periodToKeep(tx)
  const row = rankedSuppliers(tx, { from: asDay(from), to: asDay(to) }).row(supplierId)
  return proposalFor(tx, supplierId, row).decision ?? ''
}

export function editDecision(
  tx: WriteTx,
  { id, decided, decidedOn, note }: { id: Id; decided: DecisionKind; decidedOn: Day; note: string },
): void {
  refuseNoDecision(tx, id)
  tx.update('supplier_decisions', id, { decided, decided_on: decidedOn, note })
}

export function setDecisionsArchived(tx: WriteTx, ids: readonly Id[], archived: boolean): void {
  for (const id of ids) {
    refuseNoDecision(tx, id)
    tx.update('supplier_decisions', id, { archived: archived ? 1 : 0 })
  }
}

export function removeDecisions(tx: WriteTx, ids: readonly Id[]): void {
  for (const id of ids) {
    refuseNoDecision(tx, id)
    tx.update('supplier_decisions', id, { deleted: 1 })
  }
}

function refuseNoDecision(tx: WriteTx, id: Id): void {
  if (!tx.get('SELECT 1 FROM live_supplier_decisions WHERE id = ?', id)) throw new AppError('scores/decision-not-found')
}
