// What was typed of an arrival, or of goods that will never arrive, read line by line.
import { newFieldReader } from '#renderer/lib/typed-number.ts'
import { isDay } from '#shared/dates.ts'
import type { StockTransit } from '#shared/schemas/stock-documents.ts'

export type ArrivalEntry = { quantity: string; binId: string | null }

export const blankEntry: ArrivalEntry = { quantity: '', binId: null }

type State = { on: string; entries: Record<number, ArrivalEntry> }

/** Lines with a quantity above zero; none at all is a mistake. */
export function readArrival(open: readonly StockTransit[], { on, entries }: State) {
  const reader = newFieldReader()
  if (!isDay(on)) reader.problems.on = on === '' ? 'required' : 'day'
  const lines = open.flatMap(({ movementId, open: rest }, index) => {
    const { quantity: typed, binId } = entries[movementId] ?? blankEntry
    const at = `lines.${index}.quantity`
    const quantity = reader.number(at, typed, 'quantity') ?? 0
    if (quantity < 0) reader.problems[at] = 'negative'
    if (quantity > rest) reader.problems[at] = 'too_big'
    return quantity > 0 ? [{ movementId, quantity, binId: binId === null ? null : Number(binId) }] : []
  })
  if (lines.length === 0) reader.problems['lines.0.quantity'] ??= 'required'
  return { lines, problems: reader.problems }
}
