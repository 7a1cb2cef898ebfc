// Services side by side: what is charged by, what it costs and how long it takes; below, those that cannot take it and why.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { FreightQuote, QuotedDays, QuotedPrice, QuotedService } from '#shared/schemas/freight-quotes.ts'
import classes from './carriers.module.css'
import { PriceFigure } from './price-figure.tsx'

/** What can be done with a service, at the end of its row. */
type Action = (row: QuotedService) => ReactNode
type TableProps = { quote: FreightQuote; action?: Action }

export function QuoteTable({ quote, action }: TableProps) {
  const { t } = useText()
  const priced = quote.rows.filter(({ price }) => price !== null)
  const refused = quote.rows.filter(({ price }) => price === null)
  if (quote.rows.length === 0) {
    return (
      <EmptyState
        title={t('carriers.quote.noServices')}
        actions={<LinkButton to="/carrier-services">{t('carriers.list.title')}</LinkButton>}
      >
        {t('carriers.list.emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      {priced.length > 0 ? <PricedTable quote={quote} rows={priced} {...(action && { action })} /> : null}
      {refused.length > 0 ? <RefusedList rows={refused} /> : null}
    </>
  )
}

/** The least in base currency; a price without a rate is compared with none. */
function cheapestOf(rows: readonly QuotedService[]): number | null {
  const known = rows.flatMap(({ serviceId, price }) => (price?.base ? [{ serviceId, base: Number(price.base) }] : []))
  if (known.length < 2) return null
  return known.reduce((least, one) => (one.base < least.base ? one : least)).serviceId
}

function PricedTable({ quote, rows, action }: TableProps & { rows: readonly QuotedService[] }) {
  const { t } = useText()
  const cheapest = cheapestOf(rows)
  const heads = ['weight', 'zone', 'price', 'base', 'takes', 'onTime'] as const
  return (
    <ScrollRegion name={t('carriers.quote.table')} className={classes.frame ?? ''}>
      <table className={classes.table} aria-label={t('carriers.quote.table')}>
        <thead>
          <tr>
            <th scope="col">{t('carriers.fields.name')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" data-numeric={head !== 'zone' || undefined}>
                {t(`carriers.quote.heads.${head}`, { currency: quote.baseCurrency })}
              </th>
            ))}
            {action ? <td /> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) =>
            row.price ? (
              <PricedRow
                key={row.serviceId}
                {...{ quote, row, price: row.price, isCheapest: row.serviceId === cheapest }}
                {...(action && { action })}
              />
            ) : null,
          )}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

type RowProps = { quote: FreightQuote; row: QuotedService; price: QuotedPrice; isCheapest: boolean; action?: Action }

function PricedRow({ quote, row, price, isCheapest, action }: RowProps) {
  const { t, format } = useText()
  return (
    <tr>
      <th scope="row">
        <ServiceName row={row} />
        {row.notices.map((notice) => (
          <span key={notice} className={classes.warn}>
            {t(`carriers.quote.notices.${notice}`)}
          </span>
        ))}
      </th>
      <td data-numeric>
        <Weight row={row} tons={price.rule.tons} />
      </td>
      <td>{price.zone || t('carriers.rates.everywhere')}</td>
      <td data-numeric>
        <PriceFigure quote={quote} row={row} price={price} />
      </td>
      <td data-numeric>
        <span className={classes.figure}>
          {isCheapest ? <StatusBadge tone="good">{t('carriers.quote.cheapest')}</StatusBadge> : null}
          {price.base === null ? (
            <span className="q-quiet">{t('carriers.quote.noRate', { currency: price.currency })}</span>
          ) : (
            format.amount(price.base, quote.baseCurrency)
          )}
        </span>
      </td>
      <td data-numeric>
        <Days days={row.days} />
      </td>
      <td data-numeric>
        {row.days.onTimeRate === null ? '—' : format.share(row.days.onTimeRate)}
        {row.days.judged === 0 ? null : (
          <span className={classes.quiet}>
            {t('carriers.quote.judged', { count: row.days.judged, formatted: format.number(row.days.judged) })}
          </span>
        )}
      </td>
      {action ? <td>{action(row)}</td> : null}
    </tr>
  )
}

function ServiceName({ row }: { row: QuotedService }) {
  const { language } = useText()
  return (
    <>
      <Link className="q-link" to="/carrier-services/$id" params={{ id: String(row.serviceId) }}>
        {row.service}
      </Link>
      <span className={classes.quiet}>{nameIn(language, { name: row.carrier, nameZh: row.carrierZh })}</span>
    </>
  )
}

const weightWords = {
  volume: 'carriers.quote.byVolume',
  weight: 'carriers.quote.byWeight',
  least: 'carriers.quote.byLeast',
} as const

function Weight({ row: { weight }, tons }: { row: QuotedService; tons: string | null }) {
  const { t, format } = useText()
  if (!weight) return null
  return (
    <>
      {tons === null
        ? format.kg(weight.chargeableGrams)
        : t('carriers.quote.tons', { tons: format.number(Number(tons).toFixed(3)) })}
      <span className={classes.quiet}>{t(weightWords[weight.by])}</span>
    </>
  )
}

function Days({ days }: { days: QuotedDays }) {
  const { t, format } = useText()
  if (days.p50 === null || days.p80 === null) {
    return (
      <>
        {t('carriers.quote.noDays')}
        <span className={classes.quiet}>{t('carriers.quote.noDaysWhy')}</span>
      </>
    )
  }
  const round = (figure: number) => format.number(Math.ceil(figure * 10) / 10)
  const span = days.p50 === days.p80 ? round(days.p50) : `${round(days.p50)}–${round(days.p80)}`
  return (
    <>
      {t('carriers.days', { count: Math.ceil(days.p80), formatted: span })}
      <span className={classes.quiet}>
        {days.source === 'measured' && days.basis
          ? t('carriers.quote.measured', {
              count: days.n,
              formatted: format.number(days.n),
              basis: t(`carriers.quote.basis.${days.basis as 'serviceLane'}`),
            })
          : t('carriers.quote.told')}
      </span>
    </>
  )
}

function RefusedList({ rows }: { rows: readonly QuotedService[] }) {
  const { t } = useText()
  return (
    <section>
      <SectionTitle>{t('carriers.quote.refused')}</SectionTitle>
      <table className={classes.table} aria-label={t('carriers.quote.refused')}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.serviceId}>
              <th scope="row">
                <ServiceName row={row} />
              </th>
              <td>{row.refusal === null ? '' : t(`carriers.quote.refusals.${row.refusal}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
