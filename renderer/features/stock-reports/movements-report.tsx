// What came and went between two days: opening, every kind of movement, closing.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ReportSum } from '#renderer/ui/report-sum.tsx'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import type { MovementReport } from '#shared/schemas/stock.ts'
import { DaySpan, useDaySpan } from './day-span.tsx'
import { productColumns, quantityColumn } from './product-columns.tsx'
import { ReportBar } from './report-bar.tsx'
import { ReportRows } from './report-rows.tsx'
import { mostRows, type ReportsState } from './use-reports.ts'

type Row = MovementReport['rows'][number]

export function MovementsReport({ state }: { state: ReportsState }) {
  const { address } = state
  const span = useDaySpan(address)
  const question = { ...span, warehouseId: address.place ?? null, search: address.q ?? '' }
  const query = useQuery(
    trpc.stock.movementReport.queryOptions({ ...question, limit: mostRows }, { placeholderData: keepPreviousData }),
  )
  return (
    <>
      <ReportBar
        state={state}
        actions={
          <Link className="q-link" to="/stock/documents">
            <Documents />
          </Link>
        }
      >
        <DaySpan span={span} change={state.change} />
      </ReportBar>
      <QueryState query={query}>{(data) => <Rows data={data} />}</QueryState>
    </>
  )
}

function Documents() {
  const { t } = useText()
  return t('stockReports.toDocuments')
}

function Rows({ data }: { data: MovementReport }) {
  const { t, format } = useText()
  const columns = useColumns(data)
  return (
    <ReportRows
      label={t('stockReports.views.movements')}
      rows={data.rows}
      total={data.total}
      columns={columns}
      idOf={({ productId }) => String(productId)}
      empty={{ title: t('stockReports.empty.movements'), text: t('stockReports.empty.movementsText') }}
      summary={data.kinds
        .filter(({ movements }) => movements > 0)
        .map(({ kind, movements, valueIn, valueOut, uncosted }) => (
          <ReportSum key={kind} label={t(`stock.kinds.${kind}`)}>
            {t('stockReports.movedWorth', {
              count: movements,
              formatted: format.number(movements),
              valueIn: format.amount(valueIn, data.baseCurrency),
              valueOut: format.money(valueOut, data.baseCurrency),
            })}
            {uncosted > 0
              ? ` · ${t('stockReports.uncostedMoves', { count: uncosted, formatted: format.number(uncosted) })}`
              : ''}
          </ReportSum>
        ))}
    />
  )
}

/** A column for each kind that moved something of the products shown. */
function useColumns(data: MovementReport): readonly RowColumn<Row>[] {
  const text = useText()
  return useMemo(() => {
    const { t, format } = text
    const holds = new Set(
      data.rows.flatMap((row) => row.kinds.filter((one) => one.in || one.out).map(({ kind }) => kind)),
    )
    const kinds = data.kinds.map(({ kind }) => kind).filter((kind) => holds.has(kind))
    const moved = (kind: (typeof kinds)[number]): RowColumn<Row> => {
      const of = (row: Row) => row.kinds.find((one) => one.kind === kind)
      return {
        key: kind,
        label: t(`stock.kinds.${kind}`),
        text: (row) => {
          const one = of(row)
          if (!one) return ''
          const parts = [
            one.in ? `+${quantityText(format, one.in, row.unit)}` : '',
            one.out ? `−${quantityText(format, Math.abs(one.out), row.unit)}` : '',
          ]
          return parts.filter(Boolean).join(' ')
        },
        sortBy: (row) => (of(row)?.in ?? 0) - Math.abs(of(row)?.out ?? 0),
        width: 104,
        isNumeric: true,
      }
    }
    return [
      ...productColumns<Row>(text),
      quantityColumn(text, t('stockReports.columns.opening'), { key: 'opening', of: (row) => row.opening }),
      ...kinds.map(moved),
      quantityColumn(text, t('stockReports.columns.closing'), { key: 'closing', of: (row) => row.closing }),
    ]
  }, [data, text])
}
