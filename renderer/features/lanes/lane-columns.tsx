// The columns of the report: a figure that cannot be told says so, and why where one points at it.
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import type { LaneRow, LaneTrend, Performance } from '#shared/schemas/lanes.ts'
import { figureText, laneName, type Text, whyMissing } from './lane-words.ts'
import { rowName, type ShownFigure } from './lanes-address.ts'
import { TrendLine } from './trend-line.tsx'

const widths: Partial<Record<ShownFigure, number>> = { avgDelay: 98, costPerKg: 132, costPerOrder: 146 }
const shown: readonly ShownFigure[] = [
  ...(['transitP50', 'transitP80', 'transitP90', 'spread', 'avgDelay'] as const),
  ...(['damageRate', 'lossRate', 'costPerKg', 'costPerOrder'] as const),
]

type Asked = Pick<Performance, 'by' | 'currency'>

export function useLaneColumns({ by, currency }: Asked, trend: LaneTrend | undefined): readonly RowColumn<LaneRow>[] {
  const text = useText()
  return useMemo(() => {
    const { t } = text
    const figure = (key: ShownFigure) => figureColumn(text, key, currency)
    return [
      {
        key: 'name',
        label: t(`lanes.groups.${by}`),
        text: (row) => laneName(text, by, row),
        width: 220,
        minWidth: 190,
        grows: true,
      },
      countColumn(text, 'n'),
      figure('onTimeRate'),
      trendColumn(text, trend),
      ...shown.map(figure),
      countColumn(text, 'nSilent'),
    ]
  }, [text, by, currency, trend])
}

function countColumn({ t, format }: Text, key: 'n' | 'nSilent'): RowColumn<LaneRow> {
  return {
    key,
    label: t(`lanes.columns.${key}`),
    text: (row) => format.number(row[key]),
    sortBy: (row) => row[key],
    width: 92,
    isNumeric: true,
  }
}

function figureColumn(text: Text, key: ShownFigure, currency: string): RowColumn<LaneRow> {
  const { t } = text
  const said = (row: LaneRow) => figureText(text, row, key, currency)
  const unit = key === 'costPerKg' || key === 'costPerOrder' ? ` ${currency}` : ''
  return {
    key,
    label: `${t(`lanes.columns.${key}`)}${unit}`,
    text: (row) => said(row) || t('lanes.noData'),
    // What has no figure stands behind all, whichever way it is sorted down.
    sortBy: (row) => row[key] ?? -1,
    render: (row) =>
      said(row) || (
        <span className="q-quiet" title={whyMissing(text, row, key)}>
          {t('lanes.noData')}
        </span>
      ),
    width: widths[key] ?? 86,
    isNumeric: true,
  }
}

function trendColumn({ t, format }: Text, trend: LaneTrend | undefined): RowColumn<LaneRow> {
  const byName = new Map(trend?.rows.map((row) => [rowName(row), row.months]))
  const monthsOf = (row: LaneRow) => byName.get(rowName(row))?.slice(-12) ?? []
  const last = (row: LaneRow) => monthsOf(row).findLast(({ onTimeRate }) => onTimeRate !== null)?.onTimeRate ?? null
  return {
    key: 'trend',
    label: t('lanes.columns.trend'),
    text: (row) => {
      const rate = last(row)
      return rate === null ? t('lanes.noData') : format.share(rate)
    },
    sortBy: (row) => last(row) ?? -1,
    render: (row) => <TrendLine months={monthsOf(row)} />,
    width: 116,
  }
}
