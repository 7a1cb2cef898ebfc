// The answers to the four questions of a new book; the currency follows the country until someone chooses one.
import { currencyOfCountry } from '#shared/reference/country-currencies.ts'

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

/** As the host takes it. An unnamed file is named after the company. */
export function bookInput({ isCurrencyChosen: _, ...answers }: NewBookAnswers, folder: string | null) {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return { ...answers, fileName: answers.fileName.trim(), timeZone, folder }
}
