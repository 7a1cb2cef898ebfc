// A request for quotation as its form holds it.
import { type FieldProblems, inFormOrder, parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader, numberToText } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Language } from '#shared/i18n/translate.ts'
import {
  type ProposedRequest,
  type QuoteRequest,
  type RequestInput,
  requestInput,
} from '#shared/schemas/quote-requests.ts'

export type RequestLineForm = {
  key: string
  id: number | null
  product: PickerOption | null
  description: string
  quantity: string
  salesLineId: number | null
}

export type RequestForm = {
  number: string
  title: string
  requestedOn: string
  answerBy: string
  neededOn: string
  incoterm: string
  place: string
  note: string
  lines: RequestLineForm[]
  suppliers: PickerOption[]
}

export function requestToForm(request: QuoteRequest, language: Language): RequestForm {
  const { number, title, requestedOn, incoterm, place, note } = request
  return {
    ...{ number, title, requestedOn, incoterm, place, note },
    answerBy: request.answerBy ?? '',
    neededOn: request.neededOn ?? '',
    lines: request.lines.map((line) => ({
      key: String(line.id),
      id: line.id,
      product: line.productId === null ? null : { id: line.productId, name: line.sku, detail: nameIn(language, line) },
      description: line.description,
      quantity: numberToText(line.quantity, 'quantity'),
      salesLineId: line.salesLineId,
    })),
    suppliers: request.answers.map(({ supplier }) => ({ id: supplier.id, name: nameIn(language, supplier) })),
  }
}

export function newRequestForm(
  requestedOn: string,
  { proposed, language }: { proposed: ProposedRequest | null; language: Language },
): RequestForm {
  const lines = (proposed?.lines ?? []).map((line, index): RequestLineForm => {
    const product = line.productId === null ? null : { id: line.productId, name: line.sku }
    return {
      key: `proposed-${index}`,
      id: null,
      product: product && { ...product, detail: nameIn(language, line) },
      description: line.description,
      quantity: numberToText(line.quantity, 'quantity'),
      salesLineId: line.salesLineId,
    }
  })
  return {
    ...{ number: '', title: '', requestedOn, answerBy: '', neededOn: '', incoterm: '', place: '', note: '' },
    lines: lines.length > 0 ? lines : [newRequestLine('first')],
    suppliers: (proposed?.suppliers ?? []).map((supplier) => ({ id: supplier.id, name: nameIn(language, supplier) })),
  }
}

export function newRequestLine(key: string): RequestLineForm {
  return { key, id: null, product: null, description: '', quantity: '', salesLineId: null }
}

function isBlank({ id, product, description, quantity }: RequestLineForm): boolean {
  return id === null && product === null && description.trim() === '' && quantity.trim() === ''
}

/** What travels, or a problem's code per field. Blank lines are left out; problems name the line as the form has it. */
export function readRequestForm(form: RequestForm): FormReading<RequestInput> {
  const reader = newFieldReader()
  const written = form.lines.flatMap((line, index) => (isBlank(line) ? [] : [{ line, index }]))
  if (written.length === 0) reader.problems['lines.0.product'] = 'required'
  const request = parseFields(requestInput, {
    ...form,
    requestedOn: typedDay(form.requestedOn),
    answerBy: typedDay(form.answerBy) || null,
    neededOn: typedDay(form.neededOn) || null,
    lines: written.map(({ line, index }) => {
      if (!line.product && line.description.trim() === '') reader.problems[`lines.${index}.product`] = 'required'
      return {
        ...(line.id !== null && { id: line.id }),
        productId: line.product?.id ?? null,
        description: line.description,
        quantity: reader.needed(`lines.${index}.quantity`, line.quantity, 'quantity'),
        salesLineId: line.salesLineId,
      }
    }),
    supplierIds: form.suppliers.map(({ id }) => id),
  })
  const places = written.map(({ index }) => index)
  const problems = {
    ...(request.ok ? {} : atProducts(inFormOrder(request.problems, 'lines', places))),
    ...reader.problems,
  }
  return request.ok && Object.keys(problems).length === 0 ? request : { ok: false, problems }
}

/** The form holds a product where what travels holds its id. */
function atProducts(problems: FieldProblems): FieldProblems {
  return Object.fromEntries(
    Object.entries(problems).map(([path, code]) => [path.replace(/productId$/, 'product'), code]),
  )
}
