// Words for the tables, columns and values that tell of a person, on the page and in the file.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { columnLabels, valueTexts } from '#renderer/ui/record-history/column-labels.ts'
import { english } from '#shared/i18n/english.ts'
import type { TextKey } from '#shared/i18n/translate.ts'
import type { PrivacyReport, PrivacyRow } from '#shared/schemas/customers.ts'

type Value = PrivacyRow['values'][string]

export function usePrivacyWords() {
  const text = useText()
  return useMemo(() => {
    const { t, format } = text
    const { tables } = english.customers
    const table = (name: string) =>
      name in tables ? t(`customers.tables.${name as keyof typeof tables}`) : name.replaceAll('_', ' ')
    const column = (of: string, name: string) => {
      const key = columnLabels[of]?.[name]
      return key ? t(key) : name.replace(/_(minor|micros|milli|ppm|on)$/, '').replaceAll('_', ' ')
    }
    const value = (of: string, name: string, given: Value): string => {
      if (given === true) return t('common.yes')
      if (name === 'country' || name.endsWith('_country')) return format.country(String(given))
      const words = valueTexts[of]?.[name]
      return words ? t(`${words}.${given}` as TextKey) : String(given)
    }
    /** For the file, which the engine writes: it knows no words of the screen. */
    const ofReport = ({ sections }: PrivacyReport): Record<string, string> => {
      const columns = sections.flatMap(({ table: of, rows }) => [
        [of, table(of)] as const,
        ...[...new Set(rows.flatMap(({ values }) => Object.keys(values)))].map(
          (name) => [`${of}.${name}`, column(of, name)] as const,
        ),
      ])
      return Object.fromEntries([...columns, ['yes', t('common.yes')] as const])
    }
    return { table, column, value, ofReport }
  }, [text])
}
