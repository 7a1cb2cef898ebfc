// What stock is worth at the end of a day: by product, place or category, with the layers behind each product.
import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { DayField } from '#renderer/ui/day-field.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { ReportSum } from '#renderer/ui/report-sum.tsx'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import { type Valuation, type ValuationRow, valuationGroups } from '#shared/schemas/costing-reports.ts'
import { moneyColumn, productColumns, quantityColumn } from './product-columns.tsx'
import { ReportBar } from './report-bar.tsx'
import { ReportRows } from './report-rows.tsx'
import type { ReportsAddress } from './reports-address.ts'
import { mostRows, type ReportsState } from './use-reports.ts'
import { ValuationCard } from './valuation-card.tsx'

type Group = (typeof valuationGroups)[number]

export function ValuationReport({ state }: { state: ReportsState }) {
  const { t } = useText()
  const { address, change } = state
  const by = address.by ?? 'product'
  const question = questionOf(address)
  const query = useQuery(
    trpc.costing.valuation.queryOptions({ ...question, limit: mostRows }, { placeholderData: keepPreviousData }),
  )
  return (
    <>
      <ReportBar
        state={state}
        hasSearch={by === 'product'}
        actions={<ReportExport asked={{ list: 'valuation', valuation: question }} isEmpty={!query.data?.rows.length} />}
      >
        <DayField
          aria-label={t('stockReports.on')}
          placeholder={t('stockReports.now')}
          value={address.on ?? ''}
          onChange={(on) => change({ on })}
        />
        <SegmentedControl
          aria-label={t('stockReports.by')}
          data={valuationGroups.map((value) => ({ value, label: t(`stockReports.groups.${value}`) }))}
          value={by}
          onChange={(value) => change({ by: value as Group, id: undefined })}
        />
      </ReportBar>
      <QueryState query={query}>{(data) => <Rows data={data} by={by} state={state} />}</QueryState>
    </>
  )
}

function questionOf({ on, by, place, q }: ReportsAddress) {
  const group = by ?? 'product'
  return { on: on ?? null, by: group, warehouseId: place ?? null, search: group === 'product' ? (q ?? '') : '' }
}

function Rows({ data, by, state }: { data: Valuation; by: Group; state: ReportsState }) {
  const { t, format } = useText()
  const { address, change } = state
  const columns = useColumns(by, data.baseCurrency)
  const isOpen = by === 'product' && address.id !== undefined
  return (
    <ReportRows
      label={t('stockReports.views.valuation')}
      rows={data.rows}
      total={data.total}
      columns={columns}
      idOf={({ id }) => String(id)}
      empty={{ title: t('stockReports.empty.valuation'), text: t('stockReports.empty.valuationText') }}
      summary={
        <>
          <ReportSum label={t('stockReports.totalValue')}>{format.money(data.value, data.baseCurrency)}</ReportSum>
          <ReportSum label={t('stockReports.method')}>{t(`stockReports.methods.${data.method}`)}</ReportSum>
          <ReportSum label={t('stockReports.dayOf')}>{data.on}</ReportSum>
          {data.uncostedProducts > 0 ? (
            <span>
              {t('stockReports.uncosted', {
                count: data.uncostedProducts,
                formatted: format.number(data.uncostedProducts),
              })}
            </span>
          ) : null}
        </>
      }
      openId={isOpen ? String(address.id) : null}
      {...(by === 'product' && { onOpen: ({ id }: ValuationRow) => change({ id }) })}
      card={
        isOpen && address.id !== undefined ? (
          <ValuationCard
            question={{ productId: address.id, warehouseId: address.place ?? null, on: address.on ?? null }}
            onClose={() => change({ id: undefined })}
          />
        ) : null
      }
    />
  )
}

function useColumns(by: Group, currency: string): readonly RowColumn<ValuationRow>[] {
  const text = useText()
  return useMemo(() => {
    const { t, format, language } = text
    const name: RowColumn<ValuationRow> = {
      key: 'name',
      label: t(`stockReports.groups.${by}`),
      text: (row) => (by === 'place' ? placeName(t, row) : nameIn(language, row) || t('stockReports.noCategory')),
      width: 260,
      grows: true,
    }
    return [
      ...(by === 'product' ? productColumns<ValuationRow>(text) : [name]),
      quantityColumn(text, t('stockReports.columns.quantity'), { key: 'quantity', of: (row) => row.quantity }),
      moneyColumn(text, t('stockReports.columns.averageCost'), {
        key: 'averageCost',
        of: (row) => row.averageCost,
        currency,
        width: 150,
      }),
      {
        ...moneyColumn<ValuationRow>(text, t('stockReports.columns.value'), {
          key: 'value',
          of: (row) => row.value,
          currency,
          width: 150,
        }),
        ...(by === 'product' && {
          render: (row: ValuationRow) => (
            <span className="q-explains">{row.value === null ? '–' : format.amount(row.value, currency)}</span>
          ),
        }),
      },
      {
        key: 'uncosted',
        label: t('stockReports.columns.uncosted'),
        text: (row) => (row.uncosted === 0 ? '' : format.number(row.uncosted)),
        sortBy: (row) => row.uncosted,
        width: 140,
        isNumeric: true,
      },
    ]
  }, [by, currency, text])
}
