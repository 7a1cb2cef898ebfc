// Who a row's product is: the columns that every report of products begins with.
import type { Spoken } from '#renderer/lib/language.ts'
import { namesIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import type { Language } from '#shared/i18n/translate.ts'

export type ProductRow = { sku: string; name: string; nameZh: string; unit: string }

type Text = Spoken & { language: Language }

export function productColumns<Row extends ProductRow>({ t, language }: Text): RowColumn<Row>[] {
  return [
    { key: 'sku', label: t('stockReports.columns.sku'), text: ({ sku }) => sku, width: 120 },
    {
      key: 'name',
      label: t('stockReports.columns.name'),
      text: ({ name, nameZh }) => namesIn(language, name, nameZh).join(' '),
      width: 260,
      grows: true,
    },
  ]
}

/** A quantity with its unit, sorted as a number. */
export function quantityColumn<Row extends ProductRow>(
  { format }: Text,
  label: string,
  { key, of, width = 120 }: { key: string; of: (row: Row) => number | null; width?: number },
): RowColumn<Row> {
  return {
    key,
    label,
    text: (row) => {
      const quantity = of(row)
      return quantity === null ? '–' : quantityText(format, quantity, row.unit)
    },
    sortBy: (row) => of(row) ?? Number.NEGATIVE_INFINITY,
    width,
    isNumeric: true,
  }
}

/** Money of one currency, which stands in the head; a dash where no cost is known. */
export function moneyColumn<Row>(
  { format }: Text,
  label: string,
  {
    key,
    of,
    currency,
    width = 130,
  }: { key: string; of: (row: Row) => string | null; currency: string; width?: number },
): RowColumn<Row> {
  return {
    key,
    label: `${label} ${currency}`,
    text: (row) => {
      const amount = of(row)
      return amount === null ? '–' : format.amount(amount, currency)
    },
    sortBy: (row) => Number(of(row) ?? Number.NEGATIVE_INFINITY),
    width,
    isNumeric: true,
  }
}
