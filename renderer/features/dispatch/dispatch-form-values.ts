// A dispatch as its form holds it: for each line of the order what leaves now, and which batch or pieces.

import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import type { DispatchDraft, ToDispatch, ToDispatchLine } from '#shared/schemas/dispatch.ts'

export type DispatchRow = { lineId: number; quantity: string; batchId: string; serials: string[] }

export type DispatchForm = {
  on: string
  warehouseId: string
  carrier: PickerOption | null
  trackingNumber: string
  reference: string
  note: string
  rows: DispatchRow[]
}

/** What is still to be sent stands ready. */
export function newDispatchForm(order: ToDispatch, today: Day): DispatchForm {
  return {
    on: today,
    warehouseId: String(order.warehouseId),
    carrier: order.carrierId === null ? null : { id: order.carrierId, name: order.carrier },
    trackingNumber: '',
    reference: '',
    note: '',
    rows: order.lines.map(({ lineId, open }) => ({
      lineId,
      quantity: open > 0 ? numberToText(open, 'quantity') : '',
      batchId: '',
      serials: [],
    })),
  }
}

export type DispatchReading = { dispatch: DispatchDraft | null; problems: Record<string, string> }

/** What travels, or a problem's code per field (`12.quantity` of line 12). Lines without a quantity stay. */
export function readDispatchForm(form: DispatchForm, order: ToDispatch): DispatchReading {
  const reader = newFieldReader()
  const lines = form.rows.flatMap((row) => readRow(row, lineOf(order, row.lineId), reader))
  const { problems } = reader
  const on = typedDay(form.on)
  if (!isDay(on)) problems.on = 'day'
  if (Object.keys(problems).length > 0 || !isDay(on) || lines.length === 0) return { dispatch: null, problems }
  const { trackingNumber, reference, note } = form
  const words = { trackingNumber, reference, note }
  const place = { warehouseId: Number(form.warehouseId), carrierId: form.carrier?.id ?? null }
  return { dispatch: { orderId: order.orderId, on: asDay(on), ...place, ...words, lines }, problems }
}

function lineOf({ lines }: ToDispatch, id: number): ToDispatchLine | undefined {
  return lines.find(({ lineId }) => lineId === id)
}

function readRow(
  { lineId, quantity: typed, batchId, serials }: DispatchRow,
  line: ToDispatchLine | undefined,
  reader: ReturnType<typeof newFieldReader>,
): NonNullable<DispatchDraft['lines']> {
  const path = `${lineId}.quantity`
  const quantity = reader.number(path, typed, 'quantity')
  if (quantity === null || quantity === 0) return []
  if (quantity < 0) reader.problems[path] = 'negative'
  if (line && quantity > line.open) reader.problems[path] = 'over_open'
  return [{ lineId, quantity, batchId: batchId === '' ? null : Number(batchId), serials: serials.map(Number) }]
}
