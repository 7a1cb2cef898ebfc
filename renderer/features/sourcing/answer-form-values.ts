// What one supplier answers, as its column of the grid holds it.
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedInstant } from '#renderer/lib/typed-instant.ts'
import { newFieldReader, numberToText, typedDecimal } from '#renderer/lib/typed-number.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Party } from '#shared/schemas/parties.ts'
import type { DueFrom } from '#shared/schemas/purchases.ts'
import {
  type AnswerInput,
  type AnswerLine,
  answerInput,
  type QuoteAnswer,
  type RequestLine,
} from '#shared/schemas/quote-requests.ts'

export type AnswerLineForm = Record<'price' | 'minOrder' | 'carton' | 'supplierCode' | 'leadTimeDays' | 'note', string>

const emptyLine: AnswerLineForm = {
  ...{ price: '', minOrder: '', carton: '', supplierCode: '', leadTimeDays: '', note: '' },
}

export type AnswerForm = {
  /** By the line's id. */
  lines: Record<number, AnswerLineForm>
  currency: string
  /** Empty: the table's of the day. */
  rate: string
  /** On the company's clock; empty: now. */
  answeredAt: string
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
  place: string
  reference: string
  note: string
}

/** How times are told, by the company's clock. */
export type Clock = { say: (at: number) => string; timeZone: string }

/** What a line of the form holds; empty for a line that nothing was answered to. */
export function lineOf(form: AnswerForm, lineId: number): AnswerLineForm {
  return form.lines[lineId] ?? emptyLine
}

export function answerToForm(answer: QuoteAnswer, currency: string, clock: Clock): AnswerForm {
  const { lines, terms, answeredAt } = answer
  return {
    lines: Object.fromEntries(lines.map((line) => [line.lineId, lineToForm(line)])),
    currency: answer.currency || currency,
    rate: answer.rate ?? '',
    answeredAt: answeredAt === null ? '' : clock.say(answeredAt),
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
    place: answer.place,
    reference: answer.reference,
    note: answer.note,
  }
}

function lineToForm({ price, minOrder, carton, supplierCode, leadTimeDays, note }: AnswerLine): AnswerLineForm {
  return {
    price: price ?? '',
    minOrder: numberToText(minOrder, 'quantity'),
    carton: numberToText(carton, 'quantity'),
    supplierCode,
    leadTimeDays: numberToText(leadTimeDays, 'whole'),
    note,
  }
}

/** What a supplier usually asks for stands ready until it has answered. */
export function usualAnswer(
  answer: QuoteAnswer,
  { party, currency, clock }: { party: Party; currency: string; clock: Clock },
): AnswerForm {
  const { supply } = party
  return {
    ...answerToForm(answer, party.currency || currency, clock),
    vat: numberToText(supply.vatPercent, 'percent'),
    vatIncluded: supply.vatIncluded,
    leadTimeDays: numberToText(supply.leadTimeDays, 'whole'),
    deposit: numberToText(supply.terms.depositPercent, 'percent'),
    dueFrom: supply.terms.dueFrom,
    dueDays: numberToText(supply.terms.dueDays, 'whole'),
    incoterm: supply.incoterm,
    place: supply.place,
  }
}

type Answered = { answer: QuoteAnswer; lines: readonly RequestLine[]; clock: Clock }

/** What travels. Problems name `line.<line id>.<field>` where they are of a line. */
export function readAnswerForm(form: AnswerForm, { answer, lines, clock }: Answered): FormReading<AnswerInput> {
  const reader = newFieldReader()
  const amount = (text: string) => (text.trim() === '' ? null : typedDecimal(text))
  const time = answerTime(form.answeredAt, answer, clock)
  if (time === null) reader.problems.answeredAt = 'time'
  const read = parseFields(answerInput, {
    answerId: answer.id,
    ...(time === null || time === undefined ? {} : { answeredAt: time }),
    currency: form.currency,
    rate: rateOf(form, answer),
    incoterm: form.incoterm,
    place: form.place,
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
    note: form.note,
    lines: lines.map(({ id }) => {
      const line = lineOf(form, id)
      return {
        lineId: id,
        price: amount(line.price),
        supplierCode: line.supplierCode,
        minOrder: reader.number(`line.${id}.minOrder`, line.minOrder, 'quantity'),
        carton: reader.number(`line.${id}.carton`, line.carton, 'quantity'),
        leadTimeDays: reader.number(`line.${id}.leadTimeDays`, line.leadTimeDays, 'whole'),
        note: line.note,
      }
    }),
  })
  const problems = { ...(read.ok ? {} : inGrid(read.problems, lines)), ...reader.problems }
  return read.ok && Object.keys(problems).length === 0 ? read : { ok: false, problems }
}

/** The rate of another currency is not this one's: it is asked for anew. */
function rateOf(form: AnswerForm, answer: QuoteAnswer): string {
  const isOfOther = answer.currency !== '' && answer.currency !== form.currency && form.rate === (answer.rate ?? '')
  return isOfOther || form.rate.trim() === '' ? '' : typedDecimal(form.rate)
}

/** Undefined: now, or as it was; null: no time. What stands there is told to the minute, and is not moved by that. */
function answerTime(text: string, { answeredAt, sentAt }: QuoteAnswer, { say, timeZone }: Clock) {
  const typed = text.trim()
  if (typed === '') return undefined
  for (const known of [answeredAt, sentAt]) if (known !== null && say(known) === typed) return known
  return typedInstant(typed, timeZone)
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
    const [, index, field] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? []
    const line = index === undefined ? undefined : lines[Number(index)]
    if (line) return [`line.${line.id}.${field}`, code]
    return [fieldOf[path] ?? path, code]
  })
  return Object.fromEntries(placed)
}
