// Open amounts in other currencies at the rate of a day, against what they stand at in the books.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Revaluation } from '#shared/schemas/receivables.ts'
import classes from './receivables.module.css'

const mostItems = 500

export function RevaluationView({ on }: { on: string | undefined }) {
  const question = { asOf: (on ?? null) as never, limit: mostItems }
  const query = useQuery(trpc.receivables.revaluation.queryOptions(question, { placeholderData: keepPreviousData }))
  return <QueryState query={query}>{(data) => <Revalued data={data} />}</QueryState>
}

function Revalued({ data }: { data: Revaluation }) {
  const { t, format } = useText()
  const { baseCurrency: base, currencies, asOf, gain } = data
  if (currencies.length === 0) {
    return (
      <EmptyState title={t('receivables.revaluation.empty')}>
        {t('receivables.revaluation.emptyText', { currency: base })}
      </EmptyState>
    )
  }
  return (
    <>
      <p className={classes.total}>
        <ExplainedFigure
          title={t('receivables.revaluation.explainTitle')}
          formula={t('receivables.revaluation.explain')}
          inputs={[
            { label: t('receivables.revaluation.booked'), value: t('receivables.revaluation.bookedText') },
            { label: t('receivables.buckets.unapplied'), value: t('receivables.revaluation.rest') },
          ]}
          footnote={t('receivables.figures.asOf', { day: asOf })}
        >
          <strong data-bad={gain.startsWith('-') || undefined}>{format.money(gain, base)}</strong>
        </ExplainedFigure>{' '}
        <span className="q-quiet">{t('receivables.revaluation.total', { currency: base })}</span>
      </p>
      <div className={classes.tableFrame}>
        <table className={classes.table}>
          <Head base={base} first={t('receivables.fields.currency')} hasRate />
          <tbody>
            {currencies.map((row) => (
              <tr key={row.currency}>
                <th scope="row">
                  {row.currency}
                  {Number(row.withoutRate) === 0 ? null : (
                    <span className="q-quiet">
                      {' '}
                      {t('receivables.revaluation.withoutRate', { amount: row.withoutRate, currency: row.currency })}
                    </span>
                  )}
                </th>
                <td data-numeric>{format.amount(row.open, row.currency)}</td>
                <td data-numeric>{format.amount(row.carrying, base)}</td>
                <td data-numeric>
                  {row.closingRate === null ? (
                    <span className="q-quiet">{t('receivables.revaluation.noRate')}</span>
                  ) : (
                    <>
                      {format.number(row.closingRate)}{' '}
                      <span className="q-quiet">
                        {t('receivables.revaluation.rateOn', { day: row.closingOn ?? '' })}
                      </span>
                    </>
                  )}
                </td>
                <Amount value={row.closing} currency={base} />
                <Amount value={row.gain} currency={base} isSigned />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <SectionTitle>{t('receivables.revaluation.items')}</SectionTitle>
      <Items data={data} />
    </>
  )
}

function Head({ base, first, hasRate = false }: { base: string; first: string; hasRate?: boolean }) {
  const { t } = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {hasRate ? null : <th scope="col">{t('receivables.fields.customer')}</th>}
        <th scope="col" data-numeric>
          {t('receivables.fields.open')}
        </th>
        <th scope="col" data-numeric>
          {t('receivables.revaluation.carrying', { currency: base })}
        </th>
        {hasRate ? (
          <th scope="col" data-numeric>
            {t('receivables.revaluation.rate')}
          </th>
        ) : null}
        <th scope="col" data-numeric>
          {t('receivables.revaluation.closing', { currency: base })}
        </th>
        <th scope="col" data-numeric>
          {t('receivables.revaluation.gain')}
        </th>
      </tr>
    </thead>
  )
}

function Amount({ value, currency, isSigned = false }: { value: string | null; currency: string; isSigned?: boolean }) {
  const { t, format } = useText()
  if (value === null) {
    return (
      <td data-numeric className="q-quiet">
        {t('receivables.revaluation.noRate')}
      </td>
    )
  }
  return (
    <td data-numeric data-bad={(isSigned && value.startsWith('-')) || undefined}>
      {format.amount(value, currency)}
    </td>
  )
}

function Items({ data: { items, baseCurrency: base } }: { data: Revaluation }) {
  const { t, format, language } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <Head base={base} first={t('receivables.fields.number')} />
        <tbody>
          {items.map((item) => (
            <tr key={item.orderId}>
              <td>
                <Link
                  className="q-link"
                  to="/orders/$id"
                  params={{ id: String(item.orderId) }}
                  search={{ panel: 'payments' }}
                >
                  {item.number}
                </Link>
              </td>
              <td className={classes.what}>{nameIn(language, { name: item.customer, nameZh: item.customerZh })}</td>
              <td data-numeric>{format.money(item.open, item.currency)}</td>
              <Amount value={item.carrying} currency={base} />
              <Amount value={item.closing} currency={base} />
              <Amount value={item.gain} currency={base} isSigned />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
