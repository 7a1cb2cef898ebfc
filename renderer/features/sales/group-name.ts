// What a row of the report is called in the reader's language.
import type { Spoken } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { Language } from '#shared/i18n/translate.ts'

type Named = { key: string; id: number | null; name: string; nameZh: string }
type Text = Spoken & { language: Language }

export function groupName({ t, format, language }: Text, groupBy: string, row: Named): string {
  if (row.key === '' && row.id === null) return t('sales.unsaid')
  if (groupBy === 'country') return format.country(row.key)
  if (groupBy === 'order' || groupBy === 'product') {
    return [row.key, nameIn(language, { name: row.name, nameZh: row.nameZh })].filter(Boolean).join(' · ')
  }
  return nameIn(language, { name: row.name || row.key, nameZh: row.nameZh })
}
