// A credit of an order as its form holds it.
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { CreditDraft, ToCredit, ToCreditLine } from '#shared/schemas/credits.ts'
import type { CreditReason } from '#shared/schemas/orders.ts'
import type { ReturnCondition } from '#shared/schemas/stock-documents.ts'

export type GoodsKind = 'none' | ReturnCondition
export type CreditRow = { lineId: number; quantity: string; amount: string; goods: GoodsKind }

export type CreditForm = {
  on: string
  reason: Exclude<CreditReason, ''>
  /** '': where the goods left from. */
  warehouseId: string
  secondWarehouseId: string
  freight: string
  note: string
  isDraft: boolean
  rows: CreditRow[]
}

export function newCreditForm(order: ToCredit, today: Day): CreditForm {
  return {
    on: today,
    reason: 'return',
    warehouseId: '',
    secondWarehouseId: '',
    freight: '',
    note: '',
    isDraft: false,
    rows: order.lines.map(({ lineId, returnable }) => ({
      lineId,
      quantity: '',
      amount: '',
      goods: returnable > 0 ? 'stock' : 'none',
    })),
  }
}

/** All that is out there comes back. */
export function allBack(order: ToCredit): (row: CreditRow) => CreditRow {
  const open = new Map(order.lines.map(({ lineId, returnable }) => [lineId, returnable]))
  return (row) => {
    const returnable = open.get(row.lineId) ?? 0
    return returnable > 0 ? { ...row, quantity: numberToText(returnable, 'quantity'), amount: '', goods: 'stock' } : row
  }
}

export type CreditReading = { credit: CreditDraft | null; problems: Record<string, string> }

/** What travels, or a problem's code per field (`12.quantity` of line 12). */
export function readCreditForm(form: CreditForm, order: ToCredit): CreditReading {
  const reader = newFieldReader()
  const lines = form.rows.flatMap((row) => readRow(row, order.lines, reader))
  const { problems } = reader
  const freight = readAmount(form.freight, 'freight', problems) ?? '0'
  const on = typedDay(form.on)
  if (!isDay(on)) problems.on = 'day'
  const isNothing = lines.length === 0 && freight === '0'
  if (Object.keys(problems).length > 0 || !isDay(on) || isNothing) return { credit: null, problems }
  const { reason, note, isDraft } = form
  const place = (text: string) => (text === '' ? null : Number(text))
  const places = { warehouseId: place(form.warehouseId), secondWarehouseId: place(form.secondWarehouseId) }
  return {
    credit: { orderId: order.orderId, on: asDay(on), reason, note, isDraft, freight, ...places, lines },
    problems,
  }
}

type Problems = Record<string, string>

/** Null where nothing was typed. */
function readAmount(typed: string, path: string, problems: Problems): string | null {
  const text = typedDecimal(typed)
  if (text === '') return null
  if (!isDecimal(text)) problems[path] = 'decimal'
  else if (text.startsWith('-')) problems[path] = 'negative'
  return text
}

function readRow(
  { lineId, quantity: typed, amount: typedAmount, goods }: CreditRow,
  lines: readonly ToCreditLine[],
  reader: ReturnType<typeof newFieldReader>,
): NonNullable<CreditDraft['lines']> {
  const quantity = reader.number(`${lineId}.quantity`, typed, 'quantity') || null
  const amount = readAmount(typedAmount, `${lineId}.amount`, reader.problems)
  if (quantity === null && amount === null) return []
  const line = lines.find((one) => one.lineId === lineId)
  if (quantity !== null && quantity < 0) reader.problems[`${lineId}.quantity`] = 'negative'
  if (quantity !== null && line && quantity > line.creditable) reader.problems[`${lineId}.quantity`] = 'over_credit'
  return [{ lineId, quantity, amount, goods: quantity === null || goods === 'none' ? null : goods }]
}
