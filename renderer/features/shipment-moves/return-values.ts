// A return as its dialog holds it: whether its order waits again or is credited, and what came back of each line, in which state.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText } from '#renderer/lib/typed-number.ts'
import { asDay, isDay } from '#shared/dates.ts'
import type { CreditReason } from '#shared/schemas/orders.ts'
import type { TakeReturnDraft, ToArrive } from '#shared/schemas/shipment-moves.ts'
import type { ReturnCondition } from '#shared/schemas/stock-documents.ts'

export type ReturnValues = {
  as: 'reopen' | 'credit'
  on: string
  reason: Exclude<CreditReason, ''>
  note: string
  secondWarehouseId: string
  /** By line of the order. */
  rows: Record<number, { quantity: string; condition: ReturnCondition }>
}

export function newReturnValues({ canReopen, returns }: ToArrive, today: string): ReturnValues {
  return {
    ...{ as: canReopen ? 'reopen' : 'credit', on: today, reason: 'return', note: '', secondWarehouseId: '' },
    rows: Object.fromEntries(
      returns.map(({ orderLineId, open }) => {
        return [orderLineId, { quantity: open > 0 ? numberToText(open, 'quantity') : '', condition: 'stock' }]
      }),
    ),
  }
}

export type ReturnReading = { input: TakeReturnDraft | null; problems: Record<string, string> }

/** What travels, or a problem's code per field. Nothing to credit where no line has a quantity. */
export function readReturn(shipment: ToArrive, values: ReturnValues): ReturnReading {
  const on = typedDay(values.on)
  const { as, reason, note } = values
  if (as === 'reopen') {
    return { input: isDay(on) ? { id: shipment.id, on: asDay(on), as, note } : null, problems: {} }
  }
  const reader = newFieldReader()
  const lines = shipment.returns.flatMap(({ orderLineId, open }) => {
    const row = values.rows[orderLineId]
    const quantity = reader.number(`${orderLineId}.quantity`, row?.quantity ?? '', 'quantity')
    if (quantity === null || quantity === 0) return []
    if (quantity > open) reader.problems[`${orderLineId}.quantity`] = 'over_open'
    return [{ orderLineId, quantity, condition: row?.condition ?? ('stock' as const) }]
  })
  const { problems } = reader
  if (!isDay(on) || lines.length === 0 || Object.keys(problems).length > 0) return { input: null, problems }
  const secondWarehouseId = values.secondWarehouseId === '' ? null : Number(values.secondWarehouseId)
  return { input: { id: shipment.id, on: asDay(on), as, reason, note, secondWarehouseId, lines }, problems }
}
