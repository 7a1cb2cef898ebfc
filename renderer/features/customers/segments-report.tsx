// Customers by recency, frequency and money: how many are in each segment, and each with their scores.
import { Button } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { type RowColumn, RowGrid } from '#renderer/ui/row-grid/row-grid.tsx'
import { isDay } from '#shared/dates.ts'
import type { RfmReport, RfmRow } from '#shared/schemas/customers.ts'
import classes from './customers.module.css'
import { SegmentRules } from './segment-rules.tsx'
import type { CustomersState } from './use-customers.ts'

/** A screen shows so many; the rest is a segment away. */
const mostRows = 1000

export function SegmentsReport({ state }: { state: CustomersState }) {
  const { t } = useText()
  const { address, change } = state
  const [isSetting, setSetting] = useState(false)
  const [typed, setTyped] = useState(address.on ?? '')
  const asked = {
    ...(address.on && { asOf: address.on }),
    ...(address.segment && { segment: address.segment }),
    limit: mostRows,
  }
  const query = useQuery(trpc.customers.rfm.queryOptions(asked as object, { placeholderData: keepPreviousData }))
  return (
    <>
      <div className={report.bar}>
        <DayInput
          w={190}
          aria-label={t('customers.overview.asOf')}
          placeholder={`${t('customers.overview.asOf')} ${t('customers.overview.today')}`}
          value={typed}
          onChange={(day) => {
            setTyped(day)
            if (day === '' || isDay(day)) change({ on: day || undefined })
          }}
        />
        <div className={report.actions}>
          <Button onClick={() => setSetting(true)}>{t('customers.rfm.rules')}</Button>
        </div>
      </div>
      <QueryState query={query}>{(data) => <Scores data={data} state={state} />}</QueryState>
      {isSetting ? <SegmentRules onClose={() => setSetting(false)} /> : null}
    </>
  )
}

function Scores({ data, state }: { data: RfmReport; state: CustomersState }) {
  const { t, format } = useText()
  const navigate = useNavigate()
  const columns = useColumns(data)
  if (data.customers === 0)
    return <EmptyState title={t('customers.rfm.empty')}>{t('customers.rfm.emptyText')}</EmptyState>
  const count = { count: data.withoutRate, formatted: format.number(data.withoutRate) }
  return (
    <>
      <SegmentChips data={data} state={state} />
      {data.isIndicative ? <Hint text={t('customers.rfm.indicative')} /> : null}
      {data.withoutRate > 0 ? <Hint text={t('customers.rfm.withoutRate', count)} tone="warn" /> : null}
      {data.total > data.rows.length ? (
        <Hint
          text={t('customers.rfm.more', {
            shown: format.number(data.rows.length),
            total: format.number(data.total),
          })}
        />
      ) : null}
      <div className={report.grid}>
        <RowGrid
          label={t('customers.overview.views.segments')}
          rows={data.rows}
          columns={columns}
          idOf={({ id }) => String(id)}
          onOpen={({ id }) => navigate({ to: '/customers/$id', params: { id: String(id) } })}
        />
      </div>
    </>
  )
}

function Hint({ text, tone = 'info' }: { text: string; tone?: 'info' | 'warn' }) {
  return (
    <div className={report.hint}>
      <Notice tone={tone}>{text}</Notice>
    </div>
  )
}

/** Each segment with its customers and its part of the sales; one of them narrows the list. */
function SegmentChips({ data, state: { address, change } }: { data: RfmReport; state: CustomersState }) {
  const { t, format } = useText()
  const whole = data.segments.reduce((sum, { monetary }) => sum + Math.max(0, Number(monetary)), 0)
  const shares = data.segments.toSorted((left, right) => right.customers - left.customers)
  return (
    <div className={classes.summary}>
      <button
        type="button"
        className={classes.chip}
        aria-pressed={!address.segment}
        data-active={!address.segment || undefined}
        onClick={() => change({ segment: undefined })}
      >
        {t('customers.rfm.all')} <span>{format.number(data.customers)}</span>
      </button>
      {shares.map(({ segment, customers, monetary }) => (
        <button
          key={segment ?? 'none'}
          type="button"
          className={classes.chip}
          aria-pressed={address.segment === segment}
          data-active={address.segment === segment || undefined}
          disabled={segment === null}
          onClick={() => segment && change({ segment })}
        >
          {t(`customers.segments.${segment ?? 'none'}`)}{' '}
          <span>
            {format.number(customers)}
            {whole > 0
              ? ` · ${t('customers.rfm.share', { percent: format.percent(Math.round((Math.max(0, Number(monetary)) / whole) * 1000) / 10) })}`
              : ''}
          </span>
        </button>
      ))}
    </div>
  )
}

function useColumns(data: RfmReport): readonly RowColumn<RfmRow>[] {
  const text = useText()
  return useMemo(() => {
    const { t, format, language } = text
    const { currency } = data
    const number = (key: 'recencyDays' | 'frequency', label: string): RowColumn<RfmRow> => ({
      key,
      label,
      text: (row) => format.number(row[key]),
      sortBy: (row) => row[key],
      width: 150,
      isNumeric: true,
    })
    return [
      {
        key: 'customer',
        label: t('customers.rfm.customer'),
        text: (row) => nameIn(language, { name: row.customer, nameZh: row.customerZh }),
        width: 240,
        grows: true,
      },
      { key: 'country', label: t('customers.rfm.country'), text: (row) => format.country(row.country), width: 130 },
      number('recencyDays', t('customers.rfm.recency')),
      number('frequency', t('customers.rfm.frequency')),
      {
        key: 'monetary',
        label: t('customers.rfm.monetary'),
        text: (row) => format.money(row.monetary, currency),
        sortBy: (row) => Number(row.monetary),
        width: 150,
        isNumeric: true,
      },
      {
        key: 'scores',
        label: t('customers.rfm.scores'),
        text: ({ r, f, m }) => `${r} ${f} ${m}`,
        sortBy: ({ r, f, m }) => r * 100 + f * 10 + m,
        render: (row) => <ScoreCell row={row} data={data} />,
        width: 100,
      },
      {
        key: 'segment',
        label: t('customers.rfm.segment'),
        text: (row) => t(`customers.segments.${row.segment ?? 'none'}`),
        width: 170,
      },
    ]
  }, [text, data])
}

function ScoreCell({ row, data }: { row: RfmRow; data: RfmReport }) {
  const { t, format, language } = useText()
  const { r, f, m, recencyDays, frequency, monetary } = row
  const { cuts, currency } = data
  const name = nameIn(language, { name: row.customer, nameZh: row.customerZh })
  const figures = `${r} ${f} ${m}`
  const points = (texts: readonly string[]) => `${t('customers.rfm.card.cuts')}: ${texts.join(' · ')}`
  return (
    <ExplainedFigure
      label={t('customers.rfm.explain', { name, figures })}
      title={t('customers.rfm.card.title', { name })}
      formula={t('customers.rfm.card.formula')}
      inputs={[
        {
          label: t('customers.rfm.r'),
          value: t('customers.rfm.card.recency', { days: format.number(recencyDays), score: r }),
        },
        { label: '', value: points(cuts.recency.map((cut) => format.number(cut))) },
        {
          label: t('customers.rfm.f'),
          value: t('customers.rfm.card.frequency', { count: frequency, score: f }),
        },
        { label: ' ', value: points(cuts.frequency.map((cut) => format.number(cut))) },
        {
          label: t('customers.rfm.m'),
          value: t('customers.rfm.card.monetary', { value: format.money(monetary, currency), score: m }),
        },
        { label: '  ', value: points(cuts.monetary.map((cut) => format.money(cut, currency))) },
      ]}
      footnote={t('customers.rfm.card.footnote', { customers: format.number(data.customers), day: data.asOf })}
    >
      {figures}
    </ExplainedFigure>
  )
}
