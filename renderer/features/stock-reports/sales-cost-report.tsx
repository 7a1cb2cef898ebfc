// What the goods that went out between two days had cost.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { ReportSum } from '#renderer/ui/report-sum.tsx'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import type { CostOfSales, CostOfSalesRow } from '#shared/schemas/costing-reports.ts'
import { DaySpan, useDaySpan } from './day-span.tsx'
import { moneyColumn, productColumns, quantityColumn } from './product-columns.tsx'
import { ReportBar } from './report-bar.tsx'
import { ReportRows } from './report-rows.tsx'
import { mostRows, type ReportsState } from './use-reports.ts'

export function SalesCostReport({ state }: { state: ReportsState }) {
  const { address } = state
  const span = useDaySpan(address)
  const question = { ...span, warehouseId: address.place ?? null, search: address.q ?? '' }
  const query = useQuery(
    trpc.costing.costOfSales.queryOptions({ ...question, limit: mostRows }, { placeholderData: keepPreviousData }),
  )
  return (
    <>
      <ReportBar
        state={state}
        actions={
          <ReportExport asked={{ list: 'cost-of-sales', costOfSales: question }} isEmpty={!query.data?.rows.length} />
        }
      >
        <DaySpan span={span} change={state.change} />
      </ReportBar>
      <QueryState query={query}>{(data) => <Rows data={data} />}</QueryState>
    </>
  )
}

function Rows({ data }: { data: CostOfSales }) {
  const { t, format } = useText()
  const columns = useColumns(data.baseCurrency)
  return (
    <ReportRows
      label={t('stockReports.views.sales')}
      rows={data.rows}
      total={data.total}
      columns={columns}
      idOf={({ productId }) => String(productId)}
      empty={{ title: t('stockReports.empty.sales'), text: t('stockReports.empty.salesText') }}
      summary={
        <>
          <ReportSum label={t('stockReports.columns.cost')}>{format.money(data.cost, data.baseCurrency)}</ReportSum>
          {data.uncosted > 0 ? (
            <span>{t('stockReports.uncostedPieces', { formatted: format.number(data.uncosted) })}</span>
          ) : null}
        </>
      }
    />
  )
}

function useColumns(currency: string): readonly RowColumn<CostOfSalesRow>[] {
  const text = useText()
  return useMemo(() => {
    const { t, format } = text
    return [
      ...productColumns<CostOfSalesRow>(text),
      quantityColumn(text, t('stockReports.columns.issued'), { key: 'quantity', of: (row) => row.quantity }),
      moneyColumn(text, t('stockReports.columns.cost'), { key: 'cost', of: (row) => row.cost, currency }),
      {
        key: 'uncosted',
        label: t('stockReports.columns.uncosted'),
        text: (row) => (row.uncosted === 0 ? '' : format.number(row.uncosted)),
        sortBy: (row) => row.uncosted,
        width: 140,
        isNumeric: true,
      },
    ]
  }, [currency, text])
}
