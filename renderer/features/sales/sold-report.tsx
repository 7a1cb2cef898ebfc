// What was sold in the days asked for: chart, sums and table.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { filtersToText } from '#renderer/lib/list-address.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { ReportSum } from '#renderer/ui/report-sum.tsx'
import { type RowColumn, RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import { type SalesFigures, type SalesRow, salesGroups } from '#shared/schemas/sales-figures.ts'
import { foldMonths, monthsOf } from './fold-months.ts'
import { GroupChart } from './group-chart.tsx'
import { groupName } from './group-name.ts'
import classes from './sales.module.css'
import { SalesBar } from './sales-bar.tsx'
import type { SalesState } from './use-sales.ts'

export function SoldReport({ state }: { state: SalesState }) {
  const groupBy = state.address.by ?? 'month'
  const question = { groupBy, ...state.window }
  const query = useQuery(trpc.insights.sales.queryOptions(question, { placeholderData: keepPreviousData }))
  return (
    <>
      <SalesBar
        state={state}
        groups={salesGroups}
        value={groupBy}
        onChange={(by) => state.change({ by })}
        actions={
          <ReportExport asked={{ list: 'sales', sales: question as never }} isEmpty={!query.data?.rows.length} />
        }
      />
      <QueryState query={query}>{(figures) => <Figures figures={figures} />}</QueryState>
    </>
  )
}

function Figures({ figures }: { figures: SalesFigures }) {
  const text = useText()
  const { t } = text
  const { groupBy, currency } = figures
  const rows = useMemo(() => (groupBy === 'month' ? foldMonths(figures.rows) : figures.rows), [groupBy, figures.rows])
  const columns = useColumns(figures)
  const open = useOpenRow(groupBy)
  if (rows.length === 0) return <EmptyState title={t('sales.empty.title')}>{t('sales.empty.text')}</EmptyState>
  const what = { what: t('sales.columns.net'), group: t(`sales.groups.${groupBy}`), currency }
  return (
    <>
      <Sums figures={figures} />
      <GroupChart
        label={t('sales.chart.label', what)}
        currency={currency}
        isTime={groupBy === 'month'}
        bars={rows.map((row) => ({ id: idOf(row), name: groupName(text, groupBy, row), value: Number(row.net) }))}
      />
      <div className={report.grid}>
        <RowGrid
          label={t('sales.views.sold')}
          rows={rows}
          columns={columns}
          idOf={idOf}
          {...(open && { onOpen: open })}
        />
      </div>
    </>
  )
}

const idOf = ({ id, key }: SalesRow) => `${id ?? ''} ${key}`

function Sums({ figures: { total, currency } }: { figures: SalesFigures }) {
  const { t, format } = useText()
  const money = (amount: string) => format.money(amount, currency)
  return (
    <>
      <div className={report.sums}>
        <ReportSum label={t('sales.columns.net')}>
          <ExplainedFigure
            title={t('sales.columns.net')}
            formula={t('sales.formulas.net')}
            inputs={[
              { label: t('sales.columns.orders'), value: format.number(total.orders) },
              { label: t('sales.columns.units'), value: format.number(total.units) },
              { label: t('sales.columns.discount'), value: money(total.discount) },
              { label: t('sales.columns.net'), value: money(total.net) },
            ]}
          >
            {money(total.net)}
          </ExplainedFigure>
        </ReportSum>
        <ReportSum label={t('sales.columns.orders')}>{format.number(total.orders)}</ReportSum>
        <ReportSum label={t('sales.columns.units')}>{format.number(total.units)}</ReportSum>
        <ReportSum label={t('sales.columns.discount')}>{money(total.discount)}</ReportSum>
        <ReportSum label={t('sales.columns.freight')}>{money(total.freight)}</ReportSum>
      </div>
      {total.ordersWithoutRate > 0 ? (
        <div className={classes.notices}>
          <Notice tone="warn">
            {t('sales.withoutRate', {
              count: total.ordersWithoutRate,
              formatted: format.number(total.ordersWithoutRate),
            })}
          </Notice>
        </div>
      ) : null}
    </>
  )
}

function useColumns({ groupBy, currency, total }: SalesFigures): readonly RowColumn<SalesRow>[] {
  const text = useText()
  return useMemo(() => {
    const { t, format } = text
    const money = (key: 'net' | 'discount' | 'freight'): RowColumn<SalesRow> => ({
      key,
      label: `${t(`sales.columns.${key}`)} ${currency}`,
      text: (row) => format.amount(row[key], currency),
      sortBy: (row) => Number(row[key]),
      width: 140,
      isNumeric: true,
    })
    const number = (key: 'orders' | 'units'): RowColumn<SalesRow> => ({
      key,
      label: t(`sales.columns.${key}`),
      text: (row) => format.number(row[key]),
      sortBy: (row) => row[key],
      width: 100,
      isNumeric: true,
    })
    const whole = Number(total.net)
    const share = (row: SalesRow) => (whole > 0 ? Number(row.net) / whole : 0)
    return [
      {
        key: 'name',
        label: t(`sales.groups.${groupBy}`),
        text: (row) => groupName(text, groupBy, row),
        width: 260,
        minWidth: 200,
        grows: true,
      },
      number('orders'),
      number('units'),
      money('net'),
      {
        key: 'share',
        label: t('sales.columns.share'),
        text: (row) => (whole > 0 ? format.share(share(row)) : ''),
        sortBy: share,
        width: 90,
        isNumeric: true,
      },
      money('discount'),
      money('freight'),
    ]
  }, [text, groupBy, currency, total.net])
}

/** A customer or a supplier opens; a channel, a country and a month lead to their orders. */
function useOpenRow(groupBy: SalesFigures['groupBy']): ((row: SalesRow) => void) | null {
  const navigate = useNavigate()
  const toOrders = (filter: string) => navigate({ to: '/orders', search: { f: filter } })
  switch (groupBy) {
    case 'customer':
      return ({ id }) => id !== null && navigate({ to: '/customers/$id', params: { id: String(id) } })
    case 'supplier':
      return ({ id }) => id !== null && navigate({ to: '/suppliers/$id', params: { id: String(id) } })
    case 'month':
      return ({ key }) => {
        const [first, last] = monthsOf(key)
        return toOrders(`orderedOn.between.${first}-01~${lastDayOf(last)}`)
      }
    case 'channel':
      return ({ key }) => key !== '' && toOrders(filtersToText([{ column: 'channel', op: 'is', values: [key] }]))
    case 'country':
      return ({ key }) => key !== '' && toOrders(`country.in.${key}`)
    default:
      return null
  }
}

function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}
