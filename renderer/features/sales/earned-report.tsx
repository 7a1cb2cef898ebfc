// What orders earned in the days asked for, by order, customer, channel, product or month.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { ReportSum } from '#renderer/ui/report-sum.tsx'
import { type RowColumn, RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import { type ProfitRow, type Profits, profitGroups } from '#shared/schemas/sales-figures.ts'
import { GroupChart } from './group-chart.tsx'
import { groupName } from './group-name.ts'
import classes from './sales.module.css'
import { SalesBar } from './sales-bar.tsx'
import type { SalesState } from './use-sales.ts'

/** One report shows so many rows; its file holds all of them. */
const mostRows = 1000

export function EarnedReport({ state }: { state: SalesState }) {
  const groupBy = state.address.of ?? 'month'
  const question = { groupBy, ...state.window }
  const query = useQuery(
    trpc.insights.profit.queryOptions({ ...question, limit: mostRows }, { placeholderData: keepPreviousData }),
  )
  return (
    <>
      <SalesBar
        state={state}
        groups={profitGroups}
        value={groupBy}
        onChange={(of) => state.change({ of })}
        actions={
          <ReportExport asked={{ list: 'profits', profits: question as never }} isEmpty={!query.data?.rows.length} />
        }
      />
      <QueryState query={query}>{(profits) => <Figures profits={profits} />}</QueryState>
    </>
  )
}

function Figures({ profits }: { profits: Profits }) {
  const text = useText()
  const { t, format } = text
  const { groupBy, currency, rows, total } = profits
  const columns = useColumns(profits)
  const open = useOpenRow(groupBy)
  if (rows.length === 0) return <EmptyState title={t('sales.empty.title')}>{t('sales.empty.text')}</EmptyState>
  const what = { what: t('sales.columns.profit'), group: t(`sales.groups.${groupBy}`), currency }
  return (
    <>
      <Sums profits={profits} />
      {groupBy === 'order' ? null : (
        <GroupChart
          label={t('sales.chart.label', what)}
          currency={currency}
          isTime={groupBy === 'month'}
          bars={rows.map((row) => ({ id: idOf(row), name: groupName(text, groupBy, row), value: Number(row.profit) }))}
        />
      )}
      {total > rows.length ? (
        <div className={classes.notices}>
          <Notice>{t('sales.more', { shown: format.number(rows.length), total: format.number(total) })}</Notice>
        </div>
      ) : null}
      <div className={report.grid}>
        <RowGrid
          label={t('sales.views.earned')}
          rows={rows}
          columns={columns}
          idOf={idOf}
          {...(open && { onOpen: open })}
        />
      </div>
    </>
  )
}

const idOf = ({ id, key }: ProfitRow) => `${id ?? ''} ${key}`

function Sums({ profits: { sum, currency } }: { profits: Profits }) {
  const { t, format } = useText()
  const money = (amount: string) => format.money(amount, currency)
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  const parts = ['revenue', 'goods', 'costs', 'charges'] as const
  return (
    <>
      <div className={report.sums}>
        {parts.map((part) => (
          <ReportSum key={part} label={t(`sales.columns.${part}`)}>
            {money(sum[part])}
          </ReportSum>
        ))}
        <ReportSum label={t('sales.columns.profit')}>
          <ExplainedFigure
            title={t('sales.columns.profit')}
            formula={t('sales.formulas.margin')}
            inputs={[
              ...parts.map((part) => ({ label: t(`sales.columns.${part}`), value: money(sum[part]) })),
              { label: t('sales.columns.profit'), value: money(sum.profit) },
              {
                label: t('sales.columns.margin'),
                value: sum.marginPercent === null ? t('sales.profit.noData') : format.percent(sum.marginPercent),
              },
            ]}
          >
            {money(sum.profit)}
            {sum.marginPercent === null ? null : ` · ${format.percent(sum.marginPercent)}`}
          </ExplainedFigure>
        </ReportSum>
      </div>
      {sum.unknownOrders > 0 || sum.estimatedOrders > 0 ? (
        <div className={classes.notices}>
          <Notice>
            {[
              sum.unknownOrders > 0 ? t('sales.unknownOrders', counted(sum.unknownOrders)) : '',
              sum.estimatedOrders > 0 ? t('sales.estimatedOrders', counted(sum.estimatedOrders)) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </Notice>
        </div>
      ) : null}
    </>
  )
}

function useColumns({ groupBy, currency, sum }: Profits): readonly RowColumn<ProfitRow>[] {
  const text = useText()
  return useMemo(() => {
    const { t, format } = text
    const money = (key: 'revenue' | 'goods' | 'costs' | 'charges' | 'profit'): RowColumn<ProfitRow> => ({
      key,
      label: `${t(`sales.columns.${key}`)} ${currency}`,
      text: (row) => format.amount(row[key], currency),
      sortBy: (row) => Number(row[key]),
      width: 112,
      isNumeric: true,
    })
    const number = (key: 'orders' | 'unknownOrders' | 'estimatedOrders', label: string): RowColumn<ProfitRow> => ({
      key,
      label,
      text: (row) => (row[key] === 0 ? '' : format.number(row[key])),
      sortBy: (row) => row[key],
      width: 84,
      isNumeric: true,
    })
    return [
      {
        key: 'name',
        label: t(`sales.groups.${groupBy}`),
        text: (row) => groupName(text, groupBy, row),
        width: 220,
        minWidth: 180,
        grows: true,
      },
      // One order is one order, and has no charges but its own costs.
      ...(groupBy === 'order' ? [] : [number('orders', t('sales.columns.orders'))]),
      money('revenue'),
      money('goods'),
      money('costs'),
      ...(groupBy === 'order' || groupBy === 'customer' ? [] : [money('charges')]),
      money('profit'),
      {
        key: 'margin',
        label: t('sales.columns.margin'),
        text: (row) => (row.marginPercent === null ? '–' : format.percent(row.marginPercent)),
        sortBy: (row) => Number(row.marginPercent ?? Number.NEGATIVE_INFINITY),
        width: 84,
        isNumeric: true,
      },
      ...(sum.unknownOrders === 0 ? [] : [number('unknownOrders', t('sales.columns.unknown'))]),
      ...(sum.estimatedOrders === 0 ? [] : [number('estimatedOrders', t('sales.columns.estimated'))]),
    ]
  }, [text, groupBy, currency, sum])
}

function useOpenRow(groupBy: Profits['groupBy']): ((row: ProfitRow) => void) | null {
  const navigate = useNavigate()
  const params = (id: number) => ({ id: String(id) })
  switch (groupBy) {
    case 'order':
      return ({ id }) => id !== null && navigate({ to: '/orders/$id', params: params(id), search: { panel: 'profit' } })
    case 'customer':
      return ({ id }) => id !== null && navigate({ to: '/customers/$id', params: params(id) })
    case 'product':
      return ({ id }) => id !== null && navigate({ to: '/products/$id', params: params(id) })
    default:
      return null
  }
}
