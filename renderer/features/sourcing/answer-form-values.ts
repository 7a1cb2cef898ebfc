// What one supplier answers, as its column of the grid holds it.
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Party } from '#shared/schemas/parties.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'
import { type AnswerInput, answerInput, type QuoteAnswer, type RequestLine } from '#shared/schemas/quote-requests.ts'

export type AnswerForm = {
  /** By the line's id. */
  prices: Record<number, string>
  minimums: Record<number, string>
  currency: string
  freight: string
  other: string
  duty: string
  vat: string
  vatIncluded: boolean
  leadTimeDays: string
  deposit: string
  dueFrom: DueFrom
  dueDays: string
  validTo: string
  incoterm: string
  reference: string
}

export function answerToForm(answer: QuoteAnswer, currency: string): AnswerForm {
  const { lines, terms } = answer
  return {
    prices: Object.fromEntries(lines.map(({ lineId, price }) => [lineId, price ?? ''])),
    minimums: Object.fromEntries(lines.map(({ lineId, minOrder }) => [lineId, numberToText(minOrder, 'quantity')])),
    currency: answer.currency || currency,
    freight: answer.freight ?? '',
    other: answer.other ?? '',
    duty: numberToText(answer.dutyPercent, 'percent'),
    vat: numberToText(answer.vatPercent, 'percent'),
    vatIncluded: answer.vatIncluded,
    leadTimeDays: numberToText(answer.leadTimeDays, 'whole'),
    deposit: numberToText(terms.depositPercent, 'percent'),
    dueFrom: terms.dueFrom,
    dueDays: numberToText(terms.dueDays, 'whole'),
    validTo: answer.validTo ?? '',
    incoterm: answer.incoterm,
    reference: answer.reference,
  }
}

/** What a supplier usually asks for stands ready until it has answered. */
export function usualAnswer(answer: QuoteAnswer, { party, currency }: { party: Party; currency: string }): AnswerForm {
  const { supply } = party
  return {
    ...answerToForm(answer, party.currency || currency),
    vat: numberToText(supply.vatPercent, 'percent'),
    vatIncluded: supply.vatIncluded,
    leadTimeDays: numberToText(supply.leadTimeDays, 'whole'),
    deposit: numberToText(supply.terms.depositPercent, 'percent'),
    dueFrom: supply.terms.dueFrom,
    dueDays: numberToText(supply.terms.dueDays, 'whole'),
    incoterm: supply.incoterm,
  }
}

type Answered = { answer: QuoteAnswer; lines: readonly RequestLine[] }

/** What travels; what the grid has no field for stays as it was. Problems name `prices.<line>`, `minimums.<line>`. */
export function readAnswerForm(form: AnswerForm, { answer, lines }: Answered): FormReading<AnswerInput> {
  const reader = newFieldReader()
  const amount = (text: string) => (text.trim() === '' ? null : typedDecimal(text))
  const read = parseFields(answerInput, {
    answerId: answer.id,
    currency: form.currency,
    rate: answer.currency === form.currency ? (answer.rate ?? '') : '',
    incoterm: form.incoterm,
    place: answer.place,
    freight: amount(form.freight),
    other: amount(form.other),
    dutyPercent: reader.number('duty', form.duty, 'percent'),
    vatIncluded: form.vatIncluded,
    vatPercent: reader.number('vat', form.vat, 'percent') ?? 0,
    terms: {
      depositPercent: reader.number('deposit', form.deposit, 'percent') ?? 0,
      dueFrom: form.dueFrom,
      dueDays: reader.number('dueDays', form.dueDays, 'whole') ?? 0,
    },
    leadTimeDays: reader.number('leadTimeDays', form.leadTimeDays, 'whole'),
    validTo: typedDay(form.validTo) || null,
    reference: form.reference,
    note: answer.note,
    lines: lines.map(({ id }) => {
      const before = answer.lines.find(({ lineId }) => lineId === id)
      return {
        ...before,
        lineId: id,
        price: amount(form.prices[id] ?? ''),
        minOrder: reader.number(`minimums.${id}`, form.minimums[id] ?? '', 'quantity'),
      }
    }),
  })
  const problems = { ...(read.ok ? {} : inGrid(read.problems, lines)), ...reader.problems }
  return read.ok && Object.keys(problems).length === 0 ? read : { ok: false, problems }
}

const fieldOf: Readonly<Record<string, string>> = {
  dutyPercent: 'duty',
  vatPercent: 'vat',
  'terms.depositPercent': 'deposit',
  'terms.dueDays': 'dueDays',
}

/** Where the grid has the field of what travels. */
export function inGrid(problems: FieldProblems, lines: readonly RequestLine[]): FieldProblems {
  const placed = Object.entries(problems).map(([path, code]) => {
    const [, index, field] = /^lines\.(\d+)\.(price|minOrder)$/.exec(path) ?? []
    const line = index === undefined ? undefined : lines[Number(index)]
    if (line) return [`${field === 'price' ? 'prices' : 'minimums'}.${line.id}`, code]
    return [fieldOf[path] ?? path, code]
  })
  return Object.fromEntries(placed)
}
