// Cartons and where they go, as they are typed; and the question that travels.
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { newFieldReader } from '#renderer/lib/typed-number.ts'
import type { SurchargeKind } from '#shared/schemas/carriers.ts'
import { type QuoteInput, quoteInput } from '#shared/schemas/freight-quotes.ts'

export type PieceForm = { key: string; pieces: string; length: string; width: string; height: string; weight: string }

export type QuoteForm = {
  pieces: PieceForm[]
  country: string
  postalCode: string
  fromCountry: string
  on: string
  requests: SurchargeKind[]
}

export function newQuoteForm(on: string): QuoteForm {
  return { pieces: [newPiece()], country: '', postalCode: '', fromCountry: '', on, requests: [] }
}

export function newPiece(): PieceForm {
  return { key: crypto.randomUUID(), pieces: '1', length: '', width: '', height: '', weight: '' }
}

/** `problems` is empty where nothing was typed yet that could be wrong; the question is null until it is whole. */
export function readQuoteForm(
  form: QuoteForm,
  sort: 'price' | 'days',
): { question: QuoteInput | null; problems: FieldProblems } {
  const reader = newFieldReader()
  const written = form.pieces.filter((piece) => piece.weight.trim() !== '')
  const pieces = form.pieces.map((piece, index) => {
    const path = (name: string) => `pieces.${index}.${name}`
    return {
      lengthMm: reader.number(path('length'), piece.length, 'cm'),
      widthMm: reader.number(path('width'), piece.width, 'cm'),
      heightMm: reader.number(path('height'), piece.height, 'cm'),
      grams: reader.number(path('weight'), piece.weight, 'kg'),
      pieces: reader.number(path('pieces'), piece.pieces, 'whole') ?? 1,
    }
  })
  const question = parseFields(quoteInput, {
    pieces: pieces.filter((_, index) => form.pieces[index]?.weight.trim() !== ''),
    ...{ country: form.country, postalCode: form.postalCode, fromCountry: form.fromCountry },
    ...{ on: typedDay(form.on) || undefined, requests: form.requests, sort },
  })
  const isWhole = question.ok && written.length > 0 && Object.keys(reader.problems).length === 0
  const refused = question.ok ? {} : { on: question.problems.on ?? '' }
  const problems = Object.entries({ ...refused, ...reader.problems }).filter(([, code]) => code !== '')
  return { question: isWhole ? question.value : null, problems: Object.fromEntries(problems) }
}
