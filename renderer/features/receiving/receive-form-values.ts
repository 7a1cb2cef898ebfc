// A receipt as its form holds it: for each line of the order one row, or one for each batch or piece that came.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import type { ReceivePurchaseDraft, Remedy, ToReceive } from '#shared/schemas/receiving.ts'

export type ReceiveRow = {
  key: string
  lineId: number
  quantity: string
  rejected: string
  defect: string
  remedy: Remedy
  batch: string
  expiresOn: string
}

export type ReceiveForm = {
  on: string
  reference: string
  warehouseId: string
  /** '' leaves what was rejected outside of stock. */
  rejectsTo: string
  rate: string
  acceptOver: boolean
  letGoRest: boolean
  sendOn: boolean
  rows: ReceiveRow[]
}

export type ReceiveLine = ToReceive['lines'][number]

/** What is still to come stands ready; nothing stands in lines of which everything came. */
export function newReceiveForm(order: ToReceive, today: Day): ReceiveForm {
  return {
    on: today,
    reference: '',
    warehouseId: String(order.warehouseId),
    rejectsTo: '',
    rate: '',
    acceptOver: false,
    letGoRest: false,
    sendOn: false,
    rows: order.lines.map((line) => ({
      ...newReceiveRow(line.lineId, String(line.lineId)),
      quantity: line.open > 0 ? numberToText(line.open, 'quantity') : '',
    })),
  }
}

export function newReceiveRow(lineId: number, key: string): ReceiveRow {
  return { key, lineId, quantity: '', rejected: '', defect: '', remedy: 'replace', batch: '', expiresOn: '' }
}

export type ReceiveReading = { receipt: ReceivePurchaseDraft | null; problems: Record<string, string> }

/** What travels, or a problem's code per field (`12.batch` of the row with key 12). Rows without a quantity are left out. */
export function readReceiveForm(form: ReceiveForm, order: ToReceive): ReceiveReading {
  const reader = newFieldReader()
  const lines = form.rows.flatMap((row) => {
    const quantity = reader.number(`${row.key}.quantity`, row.quantity, 'quantity')
    if (quantity === null || quantity === 0) return []
    const line = order.lines.find(({ lineId }) => lineId === row.lineId)
    return [
      { lineId: row.lineId, quantity, ...readRejected(row, quantity, reader), batch: readBatch(row, line, reader) },
    ]
  })
  const { problems } = reader
  const on = typedDay(form.on)
  if (!isDay(on)) problems.on = 'day'
  if (Object.keys(problems).length > 0 || !isDay(on) || lines.length === 0) return { receipt: null, problems }
  const { reference, acceptOver, letGoRest, sendOn } = form
  const receipt = {
    ...{ reference, acceptOver, letGoRest, sendOn, lines },
    ...{ number: '', note: '' },
    orderId: order.orderId,
    on: asDay(on),
    warehouseId: form.warehouseId === '' ? null : Number(form.warehouseId),
    rejectsTo: form.rejectsTo === '' ? null : Number(form.rejectsTo),
    rate: form.rate.trim() === '' ? ('' as const) : typedDecimal(form.rate),
  }
  return { receipt: receipt as ReceivePurchaseDraft, problems }
}

type Reader = ReturnType<typeof newFieldReader>

function readRejected(row: ReceiveRow, quantity: number, reader: Reader) {
  const rejected = reader.number(`${row.key}.rejected`, row.rejected, 'quantity') ?? 0
  if (rejected > quantity) reader.problems[`${row.key}.rejected`] = 'rejected_over'
  if (rejected > 0 && row.defect === '') reader.problems[`${row.key}.defect`] = 'required'
  return {
    rejected,
    defect: rejected > 0 ? row.defect : '',
    remedy: rejected > 0 ? row.remedy : ('' as const),
    note: '',
  }
}

/** A batch or a serial number must be told of what is tracked so. */
function readBatch(row: ReceiveRow, line: ReceiveLine | undefined, { problems }: Reader) {
  if (!line || line.tracking === 'none') return null
  const code = row.batch.trim()
  if (code === '') {
    problems[`${row.key}.batch`] = 'required'
    return null
  }
  const expiresOn = typedDay(row.expiresOn)
  if (expiresOn !== '' && !isDay(expiresOn)) problems[`${row.key}.expiresOn`] = 'day'
  return { code, expiresOn: isDay(expiresOn) ? asDay(expiresOn) : null }
}
