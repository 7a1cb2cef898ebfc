// What is done with the products of each cell: what is suggested, or what someone decided instead.
import type { ReadDb } from '#main/db/database.ts'
import { type CellPolicy, suggestedPolicies } from '#main/domain/inventory/cell-policies.ts'
import { planningSetting } from '#main/services/planning/planning-settings.ts'
import { type CellPolicyState, type MatrixCellName, matrixCells } from '#shared/schemas/planning.ts'

export function cellPolicies(db: ReadDb): CellPolicyState[] {
  const own = planningSetting(db, 'policies')
  return matrixCells.map((cell) => {
    const suggested = suggestedPolicies[cell]
    return { cell, ...(own[cell] ?? suggested), suggested }
  })
}

/** The policies by cell, for those who plan by them. */
export function policiesByCell(db: ReadDb): Record<MatrixCellName, CellPolicy> {
  return { ...suggestedPolicies, ...planningSetting(db, 'policies') }
}
