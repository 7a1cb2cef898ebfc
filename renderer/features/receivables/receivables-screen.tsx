// What customers and channels owe as of a day: by age, by currency and by debtor, revalued; and the figures drawn from it.
import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import report from '#renderer/ui/report.module.css'
import { ReportExport } from '#renderer/ui/report-export.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { isDay } from '#shared/dates.ts'
import type { AgeingReport } from '#shared/schemas/receivables.ts'
import { AgeingChart } from './ageing-chart.tsx'
import { AgeingTable } from './ageing-table.tsx'
import { DebtorTable } from './debtor-table.tsx'
import { FigureCards } from './figure-cards.tsx'
import { ItemsDrawer } from './items-drawer.tsx'
import classes from './receivables.module.css'
import type { ReceivablesAddress, ReceivableView } from './receivables-address.ts'
import { RevaluationView } from './revaluation-view.tsx'

export function ReceivablesScreen() {
  const { t } = useText()
  const address = useSearch({ strict: false }) as ReceivablesAddress
  const navigate = useNavigate()
  const today = useToday()
  const change = (part: ReceivablesAddress) => {
    const next = Object.fromEntries(Object.entries({ ...address, ...part }).filter(([, value]) => value !== undefined))
    navigate({ to: '/receivables', search: next, replace: true })
  }
  const asOf = (address.on ?? null) as never
  const query = useQuery(trpc.receivables.ageing.queryOptions({ asOf }, { placeholderData: keepPreviousData }))
  const isAsked = address.bucket !== undefined || address.customer !== undefined || address.channel !== undefined
  return (
    <Page
      fills
      title={t('receivables.title')}
      actions={
        <>
          <ReportExport asked={{ list: 'receivables', receivables: { asOf } }} isEmpty={!query.data?.debtors.length} />
          <LinkButton to="/dunning">{t('receivables.dunning.title')}</LinkButton>
        </>
      }
    >
      <div className={report.bar}>
        <AsOfDay value={address.on ?? today} today={today} onChange={(on) => change({ on })} />
        <SegmentedControl
          className={report.view ?? ''}
          aria-label={t('receivables.views.label')}
          data={(['ageing', 'revaluation'] as const).map((value) => ({
            value,
            label: t(`receivables.views.${value}`),
          }))}
          value={address.view ?? 'ageing'}
          onChange={(view) =>
            change({ view: view === 'revaluation' ? (view as ReceivableView) : undefined, bucket: undefined } as never)
          }
        />
      </div>
      <div className={report.split}>
        <div className={`${report.main} ${classes.main}`}>
          {address.view === 'revaluation' ? (
            <RevaluationView on={address.on} />
          ) : (
            <QueryState query={query}>{(data) => <Ageing data={data} on={address.on} />}</QueryState>
          )}
        </div>
        {isAsked && address.view !== 'revaluation' ? (
          <ItemsDrawer
            address={address}
            onClose={() =>
              change({ bucket: undefined, customer: undefined, channel: undefined, currency: undefined } as never)
            }
          />
        ) : null}
      </div>
    </Page>
  )
}

function Ageing({ data, on }: { data: AgeingReport; on: string | undefined }) {
  const { t, format } = useText()
  const { currencies, base, baseCurrency, unconverted, asOf } = data
  if (currencies.length === 0) {
    return (
      <EmptyState title={t('receivables.empty')}>
        {on === undefined ? t('receivables.emptyText') : t('receivables.emptyDay')}
      </EmptyState>
    )
  }
  return (
    <>
      <AgeingChart base={base} currency={baseCurrency} />
      <div className={classes.total}>
        <span>
          <ExplainedFigure
            title={t('receivables.explain.title')}
            formula={t('receivables.explain.formula')}
            inputs={[
              { label: t('receivables.explain.rule'), value: t('receivables.explain.ruleText') },
              { label: t('receivables.explain.unapplied'), value: t('receivables.explain.unappliedText') },
            ]}
            footnote={t('receivables.explain.asOf', { day: asOf })}
          >
            <strong>{format.money(base.totalOpen, baseCurrency)}</strong>
          </ExplainedFigure>{' '}
          <span className="q-quiet">{t('receivables.openAsOf', { day: asOf })}</span>
        </span>
        <FigureCards on={on} />
      </div>
      {unconverted.length === 0 ? null : (
        <p className={`q-quiet ${classes.unconverted}`}>
          {t('receivables.unconverted', {
            currency: baseCurrency,
            amounts: unconverted.map(({ amount, currency }) => format.money(amount, currency)).join(', '),
          })}
        </p>
      )}
      <SectionTitle>{t('receivables.byCurrency')}</SectionTitle>
      <AgeingTable rows={currencies} base={base} baseCurrency={baseCurrency} on={on} />
      <SectionTitle>{t('receivables.byDebtor')}</SectionTitle>
      <DebtorTable report={data} on={on} />
    </>
  )
}

type AsOfProps = { value: string; today: string; onChange: (day: string | undefined) => void }

/** Asked when the day is whole; today needs no saying. */
function AsOfDay({ value, today, onChange }: AsOfProps) {
  const { t } = useText()
  const [typed, setTyped] = useState<string | null>(null)
  const change = (text: string) => {
    const isDone = isDay(text) || text === ''
    setTyped(isDone ? null : text)
    if (isDone) onChange(text === '' || text === today ? undefined : text)
  }
  return <DayInput w={150} aria-label={t('receivables.asOf')} value={typed ?? value} onChange={change} />
}
