// The answers to the four questions of a new book; the currency follows the country until someone chooses one.
import { type FieldProblems, parseFields } from '#renderer/lib/field-problems.ts'
import { currencyOfCountry } from '#shared/reference/country-currencies.ts'
import { type NewBookInput, newBookInput } from '#shared/schemas/host.ts'

export type NewBookAnswers = {
  companyName: string
  country: string
  baseCurrency: string
  isCurrencyChosen: boolean
  ownerName: string
  fileName: string
}

export const emptyAnswers: NewBookAnswers = {
  companyName: '',
  country: '',
  baseCurrency: '',
  isCurrencyChosen: false,
  ownerName: '',
  fileName: '',
}

export function withCountry(answers: NewBookAnswers, country: string): NewBookAnswers {
  if (answers.isCurrencyChosen) return { ...answers, country }
  return { ...answers, country, baseCurrency: currencyOfCountry(country) ?? answers.baseCurrency }
}

/** The form as it begins: whoever is at this computer is offered by the name that the system has for them. */
export function newAnswers(systemUser: string): NewBookAnswers {
  return { ...emptyAnswers, ownerName: systemUser }
}

/** What travels to the host, or a problem's code per field. Everything done in a book is done by someone. */
export function readAnswers(
  answers: NewBookAnswers,
  folder: string | null,
): { ok: true; value: NewBookInput } | { ok: false; problems: FieldProblems } {
  const read = parseFields(newBookInput, bookInput(answers, folder))
  if (answers.ownerName.trim() !== '') return read
  return { ok: false, problems: { ...(read.ok ? {} : read.problems), ownerName: 'required' } }
}

/** As the host takes it. An unnamed file is named after the company. */
export function bookInput({ isCurrencyChosen: _, ...answers }: NewBookAnswers, folder: string | null) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { ...answers, fileName: answers.fileName.trim(), timeZone, folder }
}
