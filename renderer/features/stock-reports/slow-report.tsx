// Stock that nobody takes: slow and dead, with its age and what it is worth.
import { NumberInput, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayField } from '#renderer/ui/day-field.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { ReportSum } from '#renderer/ui/report-sum.tsx'
import type { RowColumn } from '#renderer/ui/row-grid/row-grid.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { SlowStock, SlowStockRow } from '#shared/schemas/costing-reports.ts'
import { moneyColumn, productColumns, quantityColumn } from './product-columns.tsx'
import { ReportBar } from './report-bar.tsx'
import { ReportRows } from './report-rows.tsx'
import type { ReportsAddress } from './reports-address.ts'
import { mostRows, type ReportsState } from './use-reports.ts'

const usualDays = { slow: 90, dead: 180 }
const states = ['all', 'slow', 'dead'] as const

export function SlowReport({ state }: { state: ReportsState }) {
  const { t } = useText()
  const { address, change } = state
  const question = questionOf(address)
  const query = useQuery(
    trpc.costing.slowStock.queryOptions({ ...question, limit: mostRows }, { placeholderData: keepPreviousData }),
  )
  return (
    <>
      <ReportBar
        state={state}
        actions={
          <ReportExport asked={{ list: 'slow-stock', slowStock: question }} isEmpty={!query.data?.rows.length} />
        }
      >
        <DayField
          aria-label={t('stockReports.on')}
          placeholder={t('stockReports.now')}
          value={address.on ?? ''}
          onChange={(on) => change({ on })}
        />
        <SegmentedControl
          aria-label={t('stockReports.state')}
          data={states.map((value) => ({ value, label: t(`stockReports.states.${value}`) }))}
          value={address.state ?? 'all'}
          onChange={(value) => change({ state: value === 'slow' || value === 'dead' ? value : undefined })}
        />
        <DaysField name="slow" state={state} />
        <DaysField name="dead" state={state} />
      </ReportBar>
      <QueryState query={query}>{(data) => <Rows data={data} />}</QueryState>
    </>
  )
}

function questionOf({ on, place, q, state, slow = usualDays.slow, dead = usualDays.dead }: ReportsAddress) {
  return {
    on: on ?? null,
    warehouseId: place ?? null,
    search: q ?? '',
    state: state ?? ('all' as const),
    slowDays: slow,
    // Nothing is dead before it is slow.
    deadDays: Math.max(slow, dead),
  }
}

function DaysField({ name, state: { address, change } }: { name: 'slow' | 'dead'; state: ReportsState }) {
  const { t } = useText()
  return (
    <NumberInput
      w={150}
      aria-label={t(`stockReports.${name}After`)}
      prefix={`${t(`stockReports.states.${name}`)} > `}
      suffix={` ${t('stockReports.days')}`}
      min={1}
      max={3650}
      allowDecimal={false}
      value={address[name] ?? usualDays[name]}
      onChange={(value) => {
        const days = Number(value)
        if (Number.isSafeInteger(days) && days >= 1 && days <= 3650)
          change({ [name]: days === usualDays[name] ? undefined : days })
      }}
    />
  )
}

function Rows({ data }: { data: SlowStock }) {
  const { t, format } = useText()
  const columns = useColumns(data.baseCurrency)
  return (
    <ReportRows
      label={t('stockReports.views.slow')}
      rows={data.rows}
      total={data.total}
      columns={columns}
      idOf={({ productId }) => String(productId)}
      empty={{ title: t('stockReports.empty.slow'), text: t('stockReports.empty.slowText') }}
      summary={(['slow', 'dead'] as const).map((state) => (
        <ReportSum key={state} label={t(`stockReports.states.${state}`)}>
          {t('stockReports.productsWorth', {
            count: data[state].products,
            formatted: format.number(data[state].products),
            value: format.money(data[state].value, data.baseCurrency),
          })}
        </ReportSum>
      ))}
    />
  )
}

function useColumns(currency: string): readonly RowColumn<SlowStockRow>[] {
  const text = useText()
  return useMemo(() => {
    const { t, format } = text
    const days = (key: 'idleDays' | 'ageDays'): RowColumn<SlowStockRow> => ({
      key,
      label: t(`stockReports.columns.${key}`),
      text: (row) => format.number(row[key]),
      sortBy: (row) => row[key],
      width: 130,
      isNumeric: true,
    })
    return [
      ...productColumns<SlowStockRow>(text),
      {
        key: 'state',
        label: t('stockReports.state'),
        text: (row) => t(`stockReports.states.${row.state}`),
        render: (row) => (
          <StatusBadge tone={row.state === 'dead' ? 'bad' : 'warn'}>
            {t(`stockReports.states.${row.state}`)}
          </StatusBadge>
        ),
        width: 90,
      },
      quantityColumn(text, t('stockReports.columns.quantity'), { key: 'quantity', of: (row) => row.quantity }),
      moneyColumn(text, t('stockReports.columns.value'), { key: 'value', of: (row) => row.value, currency }),
      days('idleDays'),
      {
        key: 'lastIssueOn',
        label: t('stockReports.columns.lastIssueOn'),
        text: (row) => row.lastIssueOn ?? t('stockReports.never'),
        width: 120,
      },
      days('ageDays'),
      { key: 'oldestOn', label: t('stockReports.columns.oldestOn'), text: (row) => row.oldestOn, width: 120 },
    ]
  }, [currency, text])
}
