// Where customers sit and what they brought: a map and the table beside it.
import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { filtersToText } from '#renderer/lib/list-address.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { isDay } from '#shared/dates.ts'
import type { CountryReport, CountryRow } from '#shared/schemas/customers.ts'
import classes from './customers.module.css'
import type { CustomersState } from './use-customers.ts'

// The shapes of countries are large: they come with the first look at the map.
const CountryMap = lazy(async () => ({ default: (await import('./country-map.tsx')).CountryMap }))

export const measures = ['revenue', 'customers', 'orders'] as const
export type Measure = (typeof measures)[number]

export function CountriesReport({ state: { address, change } }: { state: CustomersState }) {
  const { t } = useText()
  const [measure, setMeasure] = useState<Measure>('revenue')
  const { from, to } = address
  const isSpan = !from || !to || from <= to
  const query = useQuery(
    trpc.customers.byCountry.queryOptions((isSpan ? { from, to } : {}) as object, {
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <>
      <div className={report.bar}>
        {(['from', 'to'] as const).map((key) => (
          <SpanDay key={key} name={key} value={address[key] ?? ''} onChange={(day) => change({ [key]: day })} />
        ))}
        <SegmentedControl
          aria-label={t('customers.countries.measure')}
          data={measures.map((value) => ({ value, label: t(`customers.countries.measures.${value}`) }))}
          value={measure}
          onChange={(value) => setMeasure(value as Measure)}
        />
      </div>
      <QueryState query={query}>{(data) => <Countries data={data} measure={measure} />}</QueryState>
    </>
  )
}

type SpanDayProps = { name: 'from' | 'to'; value: string; onChange: (day: string | undefined) => void }

function SpanDay({ name, value, onChange }: SpanDayProps) {
  const { t } = useText()
  const [typed, setTyped] = useState(value)
  const label = t(`customers.overview.${name}`)
  return (
    <DayInput
      w={150}
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(day) => {
        setTyped(day)
        if (day === '' || isDay(day)) onChange(day || undefined)
      }}
    />
  )
}

function Countries({ data, measure }: { data: CountryReport; measure: Measure }) {
  const { t, format } = useText()
  const [lit, setLit] = useState<string | null>(null)
  if (data.rows.length === 0)
    return <EmptyState title={t('customers.countries.empty')}>{t('customers.countries.emptyText')}</EmptyState>
  const count = { count: data.withoutRate, formatted: format.number(data.withoutRate) }
  return (
    <>
      {data.withoutRate > 0 ? (
        <div className={report.hint}>
          <Notice tone="warn">{t('customers.countries.withoutRate', count)}</Notice>
        </div>
      ) : null}
      <div className={classes.map}>
        <Suspense fallback={<div />}>
          <CountryMap rows={data.rows} currency={data.currency} measure={measure} lit={lit} onLit={setLit} />
        </Suspense>
        <CountryTable data={data} lit={lit} onLit={setLit} />
      </div>
    </>
  )
}

type TableProps = { data: CountryReport; lit: string | null; onLit: (country: string | null) => void }

function CountryTable({ data, lit, onLit }: TableProps) {
  const { t, format } = useText()
  return (
    <div>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('customers.countries.country')}</th>
            <th scope="col" data-numeric>
              {t('customers.countries.customers')}
            </th>
            <th scope="col" data-numeric>
              {t('customers.countries.orders')}
            </th>
            <th scope="col" data-numeric>
              {t('customers.countries.revenue')} ({data.currency})
            </th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <tr
              key={row.country}
              className={classes.countryRow}
              data-lit={lit === row.country || undefined}
              onMouseEnter={() => onLit(row.country)}
              onMouseLeave={() => onLit(null)}
            >
              <th scope="row">
                <CountryLink row={row} onLit={onLit} />
              </th>
              <td data-numeric>{format.number(row.customers)}</td>
              <td data-numeric>{format.number(row.orders)}</td>
              <td data-numeric>{format.amount(row.revenue, data.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CountryLink({ row, onLit }: { row: CountryRow; onLit: (country: string | null) => void }) {
  const { t, format } = useText()
  const name = row.country === '' ? t('customers.countries.noCountry') : format.country(row.country)
  if (row.customers === 0) return name
  const filter = { f: filtersToText([{ column: 'country', op: 'in', values: [row.country] }]) }
  return (
    <Link
      className="q-link"
      to="/customers"
      search={filter}
      aria-label={t('customers.countries.open', { country: name })}
      onFocus={() => onLit(row.country)}
      onBlur={() => onLit(null)}
    >
      {name}
    </Link>
  )
}
