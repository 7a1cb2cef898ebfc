// Questions about a file, and their answers, in words.

import type { Format } from '#renderer/lib/format.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { ImportKind, ImportQuestion } from '#shared/schemas/imports.ts'

type Key = ImportQuestion['key']

export function questionInWords({ t, format }: Spoken, question: ImportQuestion, kind: ImportKind | null): string {
  const columns = format.list(question.columns.map((column) => `“${column}”`))
  const isOfFile = question.columns.length === 0
  switch (question.key) {
    case 'currency':
      if (!isOfFile) return t('import.questions.currency.ask', { columns })
      return t(kind === 'rates' ? 'import.questions.currency.askFile' : 'import.questions.currency.askOrders')
    case 'toCurrency':
      return t('import.questions.toCurrency.askFile')
    case 'nullWords':
      return t('import.questions.nullWords.ask', {
        count: question.words.length,
        words: format.list(question.words.map((word) => wordText(t, format, word))),
      })
    default:
      return t(`import.questions.${question.key}.ask`, { columns })
  }
}

function wordText(t: Translate, format: Format, { text, count }: ImportQuestion['words'][number]): string {
  return t('import.questions.nullWords.word', { text, formatted: format.number(count) })
}

const marks: Readonly<Record<string, 'point' | 'comma'>> = { '.': 'point', ',': 'comma' }

export function optionInWords({ t, format }: Spoken, key: Key, option: string): string {
  switch (key) {
    case 'dateOrder':
      return t(`import.questions.dateOrder.${option as 'dmy' | 'mdy' | 'ymd'}`)
    case 'decimal':
      return t(`import.questions.decimal.${marks[option] ?? 'point'}`)
    case 'nullWords':
      return t(`import.questions.nullWords.${option as 'empty' | 'text'}`)
    case 'percentForm':
      return t(`import.questions.percentForm.${option as 'fraction' | 'percent'}`)
    case 'currency':
    case 'toCurrency':
      return `${option} · ${format.currency(option)}`
    case 'weightUnit':
    case 'lengthUnit':
      return option
  }
}
