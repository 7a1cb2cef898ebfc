// A stock document as its form holds it, and what travels of it.
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { mainPlace } from '#renderer/lib/place-name.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, typedDecimal } from '#renderer/lib/typed-number.ts'
import { typedTotal } from '#renderer/lib/typed-pricing.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Day } from '#shared/dates.ts'
import { minorToDecimal } from '#shared/money.ts'
import type { AdjustmentReason, ReturnCondition } from '#shared/schemas/stock-documents.ts'
import { type StockPosting, stockPosting } from '#shared/schemas/stock-postings.ts'
import { type FormKind, kindTraits } from './form-kinds.ts'

export type Tracking = 'none' | 'batch' | 'serial'

export type StockLineForm = {
  key: string
  product: PickerOption | null
  unit: string
  tracking: Tracking
  quantity: string
  unitCost: string
  /** The batch's code or the serial number, and which one it is where there is one of that code. */
  batch: string
  batchId: number | null
  expiresOn: string
  binId: string | null
  toBinId: string | null
  condition: ReturnCondition
  originId: string | null
  note: string
}

export type StockForm = {
  number: string
  on: string
  reference: string
  note: string
  warehouseId: string | null
  toWarehouseId: string | null
  secondWarehouseId: string | null
  isDirect: boolean
  party: PickerOption | null
  order: PickerOption | null
  reason: AdjustmentReason | null
  currency: string
  rate: string
  isTakingApart: boolean
  /** The kit that is put together or taken apart, as one line. */
  kit: StockLineForm
  lines: StockLineForm[]
}

export function newStockLine(key: string, product: Partial<StockLineForm> = {}): StockLineForm {
  return {
    ...{ key, product: null, unit: '', tracking: 'none', quantity: '', unitCost: '', batch: '', batchId: null },
    ...{ expiresOn: '', binId: null, toBinId: null, condition: 'stock', originId: null, note: '' },
    ...product,
  }
}

export function newStockForm(today: Day, currency: string, warehouseId: number = mainPlace): StockForm {
  return {
    ...{ number: '', on: today, reference: '', note: '', warehouseId: String(warehouseId), toWarehouseId: null },
    ...{ secondWarehouseId: null, isDirect: false, party: null, order: null, reason: null, currency, rate: '' },
    ...{ isTakingApart: false, kit: newStockLine('kit'), lines: [newStockLine('first')] },
  }
}

/** A line that nothing was written in yet; it is left out when the document is posted. */
export function isBlankLine(line: StockLineForm): boolean {
  return line.product === null && [line.quantity, line.unitCost, line.batch, line.note].every((text) => !text.trim())
}

/** What travels, or a problem's code per field. Blank lines are left out; problems still name the line as the form has it. */
export function readStockForm(kind: FormKind, form: StockForm, base: string): FormReading<StockPosting> {
  const reader = newFieldReader()
  const written = form.lines.flatMap((line, index) => (isBlankLine(line) ? [] : [{ line, index }]))
  const lines = written.map(({ line, index }) => readLine({ kind, form, base, reader }, line, `lines.${index}`))
  const input = { ...readHead(form), ...readRest(kind, form, reader), ...(kind === 'assembly' ? {} : { lines }) }
  const parts = kind === 'assembly' ? { parts: lines } : {}
  const read = parseFields(stockPosting, { kind: kindTraits[kind].posting, input: { ...input, ...parts } })
  const places = written.map(({ index }) => index)
  const problems = { ...(read.ok ? {} : inFormWords(read.problems, places)), ...reader.problems }
  return read.ok && Object.keys(problems).length === 0 ? read : { ok: false, problems }
}

function readHead(form: StockForm) {
  const { number, reference, note } = form
  return { number, reference, note, on: typedDay(form.on), warehouseId: idOf(form.warehouseId) }
}

/** What only some kinds have. */
function readRest(kind: FormKind, form: StockForm, reader: ReturnType<typeof newFieldReader>) {
  const partyId = form.party?.id ?? null
  switch (kind) {
    case 'transfer':
      return { toWarehouseId: idOf(form.toWarehouseId), isDirect: form.isDirect }
    case 'adjustment':
      return { reason: form.reason ?? undefined }
    case 'customer_return':
      return { partyId, orderId: form.order?.id ?? null, secondWarehouseId: idOf(form.secondWarehouseId) }
    case 'issue':
      return { partyId, orderId: form.order?.id ?? null }
    case 'assembly':
      return readKit(form, reader)
    default:
      return { partyId }
  }
}

function readKit({ kit, isTakingApart }: StockForm, reader: ReturnType<typeof newFieldReader>) {
  if (kit.product === null) reader.problems['kit.product'] = 'required'
  if (kit.tracking !== 'none' && !kit.batch.trim()) reader.problems['kit.batch'] = 'required'
  return {
    kitId: kit.product?.id ?? 0,
    quantity: reader.needed('kit.quantity', kit.quantity, 'quantity'),
    isTakingApart,
    batch: batchChoiceOf(kit),
    binId: idOf(kit.binId),
  }
}

type Frame = { kind: FormKind; form: StockForm; base: string; reader: ReturnType<typeof newFieldReader> }

function readLine(frame: Frame, line: StockLineForm, at: string) {
  const { kind, reader } = frame
  const { moves, hasCost, origin } = kindTraits[kind]
  if (line.product === null) reader.problems[`${at}.product`] = 'required'
  const quantity = reader.needed(`${at}.quantity`, line.quantity, 'quantity')
  const isOut = moves === 'out' || (kind === 'adjustment' && quantity < 0)
  noteBatchProblem({ line, isOut, hasOrigin: origin !== undefined && line.originId !== null }, at, reader.problems)
  return {
    productId: line.product?.id ?? 0,
    quantity,
    binId: idOf(line.binId),
    note: line.note,
    ...(moves === 'out' ? { batchId: line.tracking === 'none' ? null : line.batchId } : { batch: batchChoiceOf(line) }),
    ...(hasCost && readCost(frame, line, isOut)),
    ...(kind === 'transfer' && { toBinId: frame.form.isDirect ? idOf(line.toBinId) : null }),
    ...(origin && { originId: idOf(line.originId) }),
    ...(kind === 'customer_return' && { condition: line.condition }),
  }
}

/** Goods that leave need a batch that is there; goods that come in may bring a new one. */
function noteBatchProblem(
  { line, isOut, hasOrigin }: { line: StockLineForm; isOut: boolean; hasOrigin: boolean },
  at: string,
  problems: FieldProblems,
): void {
  if (line.tracking === 'none') return
  if (line.batch.trim() === '') {
    if (!hasOrigin) problems[`${at}.batch`] = 'required'
  } else if (isOut && line.batchId === null) problems[`${at}.batch`] = 'invalid_value'
}

/** One unit's cost in the document's currency; none where the field is empty, or goods leave. */
function readCost({ form, base }: Frame, line: StockLineForm, isOut: boolean) {
  if (isOut || line.unitCost.trim() === '') return { unitCost: null }
  const rate = form.currency === base ? '' : typedDecimal(form.rate)
  return { unitCost: { amount: typedDecimal(line.unitCost), currency: form.currency }, rate }
}

function batchChoiceOf({ tracking, batch, batchId, expiresOn }: StockLineForm) {
  if (tracking === 'none' || batch.trim() === '') return null
  return batchId === null ? { code: batch.trim(), expiresOn: typedDay(expiresOn) || null } : { id: batchId }
}

function idOf(text: string | null): number | null {
  return text === null || text === '' ? null : Number(text)
}

const formWords: readonly [RegExp, string][] = [
  [/^partyId$/, 'party'],
  [/^orderId$/, 'order'],
  [/^kitId$/, 'kit.product'],
  [/^(quantity|batch|binId)$/, 'kit.$1'],
  [/^lines$/, 'lines.0.product'],
  [/^(lines\.\d+)\.productId$/, '$1.product'],
  [/^(lines\.\d+)\.(unitCost|batch)\..*$/, '$1.$2'],
  [/^(lines\.\d+)\.rate$/, 'rate'],
]

/** `input.lines.0.productId` of what travels is `lines.2.product` of a form whose first two lines are blank. */
export function inFormWords(problems: FieldProblems, places: readonly number[]): FieldProblems {
  const renamed = Object.entries(problems).map(([path, code]) => {
    const own = path
      .replace(/^input\./, '')
      .replace(/^(?:lines|parts)\.(\d+)/, (_, at: string) => `lines.${places[Number(at)] ?? at}`)
    const [from, to] = formWords.find(([pattern]) => pattern.test(own)) ?? []
    return [from && to ? own.replace(from, to) : own, code]
  })
  return Object.fromEntries(renamed)
}

/** What the line's goods cost in the document's currency as decimal text, null while something in it is no number. */
export function lineCost({ unitCost, quantity }: StockLineForm, currency: string): string | null {
  const minor = typedTotal({ unitPrice: unitCost, quantity, discountPercent: '' }, currency)
  return minor === null ? null : minorToDecimal(minor, currency)
}
