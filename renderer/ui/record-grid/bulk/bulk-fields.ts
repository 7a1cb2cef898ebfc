// The fields of a change in bulk as the dialog holds them, and as they travel.
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { BulkChange } from '#shared/schemas/cells.ts'

/** What is done with a field: a value, nothing, more or less by per cent, more or less by an amount. */
export type BulkWay = 'set' | 'clear' | 'percent' | 'add'

export type BulkField = { key: number; column: string; way: BulkWay; text: string; roundTo: string }

let lastKey = 0

export function newField(): BulkField {
  lastKey += 1
  return { key: lastKey, column: '', way: 'set', text: '', roundTo: '' }
}

/** The changes that can be asked for already; a field without its value is not among them. */
export function changesOf(fields: readonly BulkField[]): BulkChange[] {
  return fields.flatMap(({ column, way, text, roundTo }): BulkChange[] => {
    if (column === '') return []
    if (way === 'clear') return [{ do: 'set', column, text: '' }]
    if (way === 'set') return text.trim() === '' ? [] : [{ do: 'set', column, text }]
    const by = typedDecimal(text)
    const step = typedDecimal(roundTo)
    if (!isDecimal(by) || (step !== '' && !isDecimal(step))) return []
    return [{ do: way, column, by, roundTo: step }]
  })
}
