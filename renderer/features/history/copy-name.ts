// What a copy of the book is called on screen: by its letters, which stand in its document numbers as well.
import type { Translate } from '#shared/i18n/translate.ts'
import type { HistoryChoices } from '#shared/schemas/history.ts'

export function copyName(t: Translate, { letters, isOwn }: HistoryChoices['copies'][number]): string {
  const copy = letters || t('history.book.firstCopy')
  return isOwn ? t('history.book.thisCopy', { copy }) : copy
}
