// Days of sales outstanding and the allowance, each with its formula and what went into it.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormulaCard } from '#renderer/ui/formula-card.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { ReceivableFigures } from '#shared/schemas/receivables.ts'
import classes from './receivables.module.css'

export function FigureCards({ on }: { on: string | undefined }) {
  const query = useQuery(
    trpc.receivables.figures.queryOptions({ asOf: (on ?? null) as never }, { placeholderData: keepPreviousData }),
  )
  return <QueryState query={query}>{(figures) => <Figures figures={figures} />}</QueryState>
}

function Figures({ figures }: { figures: ReceivableFigures }) {
  const { t } = useText()
  return (
    <div className={classes.cards}>
      <Outstanding figures={figures} />
      <Allowance figures={figures} />
      <Link className="q-link" to="/receivables/settings">
        {t('receivables.figures.settings')}
      </Link>
    </div>
  )
}

function Outstanding({ figures: { dso, baseCurrency, asOf } }: { figures: ReceivableFigures }) {
  const { t, format } = useText()
  const days = Number(dso.dso ?? 0)
  return (
    <FormulaCard
      title={
        dso.dso === null
          ? `${t('receivables.figures.dso')}: ${t('receivables.figures.dsoNone')}`
          : `${t('receivables.figures.dso')}: ${t('receivables.figures.dsoDays', { count: days, formatted: format.number(days) })}`
      }
      formula={t('receivables.figures.dsoFormula', { days: format.number(dso.days) })}
      inputs={[
        {
          label: t('receivables.figures.dsoOpen', { currency: baseCurrency }),
          value: format.amount(dso.receivables, baseCurrency),
        },
        {
          label: t('receivables.figures.dsoSales', { from: dso.from }),
          value: format.amount(dso.creditSales, baseCurrency),
        },
      ]}
      footnote={[
        t('receivables.figures.asOf', { day: asOf }),
        dso.withoutRate === 0
          ? ''
          : t('receivables.figures.withoutRate', {
              count: dso.withoutRate,
              formatted: format.number(dso.withoutRate),
            }),
      ]
        .filter(Boolean)
        .join(' · ')}
    />
  )
}

function Allowance({ figures: { allowance, baseCurrency, asOf } }: { figures: ReceivableFigures }) {
  const { t, format } = useText()
  const amount = (value: string) => format.amount(value, baseCurrency)
  return (
    <FormulaCard
      title={`${t('receivables.figures.allowance')}: ${format.money(allowance.required, baseCurrency)}`}
      formula={t('receivables.figures.allowanceFormula')}
      inputs={[
        ...allowance.parts.map((part) => ({
          label: `${t(`receivables.buckets.${part.bucket}`)}, ${t('receivables.figures.share', { percent: format.number(part.ratePercent) })}`,
          value: amount(part.amount),
        })),
        { label: t('receivables.figures.existing'), value: amount(allowance.existing) },
        { label: t('receivables.figures.adjustment'), value: amount(allowance.adjustment) },
      ]}
      footnote={t('receivables.figures.asOf', { day: asOf })}
    />
  )
}
