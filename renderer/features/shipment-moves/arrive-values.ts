// An arrival as its dialog holds it: what was counted of each line, what was rejected, which batch it is.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import { asDay, isDay } from '#shared/dates.ts'
import type { ArriveShipmentDraft, ToArrive } from '#shared/schemas/shipment-moves.ts'

export type ArriveRow = { counted: string; rejected: string; defect: string; batch: string; expiresOn: string }

export type ArriveValues = {
  on: string
  warehouseId: string
  reference: string
  missing: '' | 'lost' | 'damaged' | 'other'
  rejectsTo: string
  acceptOver: boolean
  letGoRest: boolean
  /** Base currency for 1 of the purchase orders'. */
  rate: string
  /** By movement into transit, or by line of a purchase order. */
  rows: Record<number, ArriveRow>
}

const row = (open: number): ArriveRow => {
  return { counted: open > 0 ? numberToText(open, 'quantity') : '', rejected: '', defect: '', batch: '', expiresOn: '' }
}

/** What is still to come stands ready. */
export function newArriveValues({ transit, purchases }: ToArrive, today: string): ArriveValues {
  return {
    ...{ on: today, warehouseId: '', reference: '', missing: '', rejectsTo: '', acceptOver: false, letGoRest: false },
    rate: '',
    rows: Object.fromEntries([
      ...transit.map(({ movementId, open }) => [movementId, row(open)]),
      ...purchases.map(({ lineId, open }) => [lineId, row(open)]),
    ]),
  }
}

export type ArrivalReading = { input: ArriveShipmentDraft | null; problems: Record<string, string> }

/** What travels, or a problem's code per field (`12.batch`). Lines without a figure are left out. */
export function readArrival(shipment: ToArrive, values: ArriveValues): ArrivalReading {
  const reader = newFieldReader()
  const transit = shipment.transit.flatMap(({ movementId }) => {
    const quantity = reader.number(`${movementId}.counted`, values.rows[movementId]?.counted ?? '', 'quantity')
    return quantity === null || quantity === 0 ? [] : [{ movementId, quantity }]
  })
  const lines = shipment.purchases.flatMap((line) => readLine(line, values.rows[line.lineId], reader))
  const { problems } = reader
  const on = typedDay(values.on)
  const isEmpty = transit.length + lines.length === 0 && values.missing === ''
  if (Object.keys(problems).length > 0 || !isDay(on) || isEmpty) return { input: null, problems }
  const { reference, acceptOver, letGoRest } = values
  const input = {
    ...{ id: shipment.id, on: asDay(on), reference, acceptOver, letGoRest, transit, lines },
    warehouseId: values.warehouseId === '' ? null : Number(values.warehouseId),
    rejectsTo: values.rejectsTo === '' ? null : Number(values.rejectsTo),
    missing: values.missing === '' ? null : values.missing,
    rate: values.rate.trim() === '' ? ('' as const) : typedDecimal(values.rate),
  }
  return { input, problems }
}

type Reader = ReturnType<typeof newFieldReader>

function readLine(line: ToArrive['purchases'][number], typed: ArriveRow | undefined, reader: Reader) {
  const { lineId, tracking } = line
  const quantity = reader.number(`${lineId}.counted`, typed?.counted ?? '', 'quantity')
  if (quantity === null || quantity === 0) return []
  const rejected = reader.number(`${lineId}.rejected`, typed?.rejected ?? '', 'quantity') ?? 0
  if (rejected > quantity) reader.problems[`${lineId}.rejected`] = 'rejected_over'
  if (rejected > 0 && !typed?.defect) reader.problems[`${lineId}.defect`] = 'required'
  const code = typed?.batch.trim() ?? ''
  if (tracking !== 'none' && code === '') reader.problems[`${lineId}.batch`] = 'required'
  const expiresOn = typedDay(typed?.expiresOn ?? '')
  if (expiresOn !== '' && !isDay(expiresOn)) reader.problems[`${lineId}.expiresOn`] = 'day'
  const batch = tracking === 'none' ? null : { code, expiresOn: isDay(expiresOn) ? asDay(expiresOn) : null }
  const defect = rejected > 0 ? (typed?.defect ?? '') : ''
  return [{ lineId, quantity, rejected, defect, remedy: rejected > 0 ? ('replace' as const) : ('' as const), batch }]
}
