// The columns of the table below the matrix: who the product is, its two classes, what they rest on, and who moved.
import { useMemo } from 'react'
import { type Spoken, useText } from '#renderer/lib/language.ts'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { Language } from '#shared/i18n/translate.ts'
import type { ClassesResult, ClassItem, XyzClass } from '#shared/schemas/classes.ts'
import { classTones } from './abc-columns.tsx'
import { AbcProductName, productNames } from './abc-product-name.tsx'
import { changeInWords, variationInWords } from './class-words.ts'

type Columns = RowColumn<ClassItem>[]

const xyzTones: Readonly<Record<XyzClass, Tone>> = { X: 'accent', Y: 'neutral', Z: 'outline' }

export function useClassColumns({ question: { basis }, currency }: ClassesResult): Columns {
  const { t, format, language } = useText()
  return useMemo(
    () => [...productColumns({ t, format }, language), ...figureColumns({ t, format }, { basis, currency })],
    [t, format, language, basis, currency],
  )
}

function productColumns(text: Spoken, language: Language): Columns {
  const { t, format } = text
  return [
    {
      key: 'rank',
      label: '#',
      text: ({ rank }) => (rank === null ? '–' : format.number(rank)),
      sortBy: ({ rank }) => rank ?? Number.MAX_SAFE_INTEGER,
      width: 56,
      isNumeric: true,
    },
    { key: 'sku', label: t('insights.abc.columns.sku'), text: ({ sku }) => sku, width: 120 },
    {
      key: 'product',
      label: t('insights.abc.columns.product'),
      text: (item) => productNames(item, language).join(' '),
      render: (item) => <AbcProductName item={item} />,
      width: 220,
      grows: true,
    },
    {
      key: 'abc',
      label: t('classes.columns.abc'),
      text: ({ abc }) => abc ?? '–',
      render: ({ abc }) => (abc === null ? '–' : <StatusBadge tone={classTones[abc]}>{abc}</StatusBadge>),
      width: 64,
    },
    {
      key: 'xyz',
      label: t('classes.columns.xyz'),
      text: ({ xyz }) => xyz ?? '–',
      render: ({ xyz }) => (xyz === null ? '–' : <StatusBadge tone={xyzTones[xyz]}>{xyz}</StatusBadge>),
      width: 64,
    },
  ]
}

function figureColumns(
  text: Spoken,
  { basis, currency }: { basis: ClassesResult['question']['basis']; currency: string | null },
): Columns {
  const { t, format } = text
  const value = (item: ClassItem) =>
    item.value === null
      ? t('common.noData')
      : currency === null
        ? format.number(item.value)
        : format.amount(item.value, currency)
  return [
    {
      key: 'value',
      label: [t(`insights.abc.basis.${basis}`), currency ?? ''].join(' ').trim(),
      text: value,
      sortBy: (item) => (item.value === null ? Number.NEGATIVE_INFINITY : Number(item.value)),
      render: (item) => <span className={item.value === null ? 'q-quiet' : 'q-explains'}>{value(item)}</span>,
      width: 130,
      isNumeric: true,
    },
    {
      key: 'share',
      label: t('classes.columns.share'),
      text: ({ rank, share }) => (rank === null ? '–' : format.number((share * 100).toFixed(2))),
      sortBy: ({ share }) => share,
      width: 84,
      isNumeric: true,
    },
    {
      key: 'cv',
      label: t('classes.columns.cv'),
      text: ({ cv }) => variationInWords(text, cv) ?? t('common.noData'),
      sortBy: ({ cv }) => cv ?? Number.POSITIVE_INFINITY,
      render: ({ cv }) => (
        <span className={cv === null ? 'q-quiet' : 'q-explains'}>
          {variationInWords(text, cv) ?? t('common.noData')}
        </span>
      ),
      width: 92,
      isNumeric: true,
    },
    {
      key: 'change',
      label: t('classes.columns.change'),
      text: (item) => changeInWords(text, item),
      width: 200,
      isQuiet: true,
    },
  ]
}
