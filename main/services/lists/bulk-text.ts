// What a change in bulk makes of one record's cell, as text that the column reads like any other.
import type { AmountColumn, CellList, CellRow } from '#main/services/lists/cell-list.ts'
import { Decimal, isDecimal, roundDecimal, trimZeros } from '#shared/decimal.ts'
import { AppError } from '#shared/errors.ts'
import { ownValue } from '#shared/own-value.ts'
import type { BulkChange } from '#shared/schemas/cells.ts'

/** A record without an amount keeps none: there is nothing to raise. Throws `lists/bad-amount` for what is no number. */
export function bulkText(list: CellList, row: CellRow, change: BulkChange): string {
  if (change.do === 'set') return change.text
  const column = ownValue(list.columns, change.column)
  const amount = column?.amount?.of(row) ?? null
  if (!column?.amount || amount === null) return column?.text(row) ?? ''
  const by = numberOf(change.by)
  const raised = change.do === 'add' ? new Decimal(amount).plus(by) : new Decimal(amount).times(by.plus(100)).div(100)
  return column.amount.text(rounded(raised, column.amount, { row, roundTo: change.roundTo }), row)
}

/** To the nearest multiple of the step, half away from zero, once; without a step to the smallest unit. */
function rounded(
  value: InstanceType<typeof Decimal>,
  amount: AmountColumn,
  how: { row: CellRow; roundTo: string },
): string {
  if (how.roundTo.trim() === '') return trimZeros(roundDecimal(value, amount.places(how.row)))
  const step = numberOf(how.roundTo)
  if (step.lte(0)) throw new AppError('lists/bad-amount', { text: how.roundTo })
  return trimZeros(value.div(step).round(0, 1).times(step).toFixed())
}

function numberOf(text: string): InstanceType<typeof Decimal> {
  const plain = text.trim()
  if (!isDecimal(plain) || plain.length > 20) throw new AppError('lists/bad-amount', { text })
  return new Decimal(plain)
}
