// Days of sales outstanding and the allowance, each opening its formula and what went into it.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import type { ReceivableFigures } from '#shared/schemas/receivables.ts'

export function FigureCards({ on }: { on: string | undefined }) {
  const { t } = useText()
  const { data: figures } = useQuery(
    trpc.receivables.figures.queryOptions({ asOf: (on ?? null) as never }, { placeholderData: keepPreviousData }),
  )
  if (!figures) return null
  return (
    <>
      <Outstanding figures={figures} />
      <Allowance figures={figures} />
      <Link className="q-link" to="/receivables/settings">
        {t('receivables.figures.settings')}
      </Link>
    </>
  )
}

function Outstanding({ figures: { dso, baseCurrency, asOf } }: { figures: ReceivableFigures }) {
  const { t, format } = useText()
  const days = Number(dso.dso ?? 0)
  const withoutRate = { count: dso.withoutRate, formatted: format.number(dso.withoutRate) }
  return (
    <span>
      <ExplainedFigure
        title={t('receivables.figures.dso')}
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
          dso.withoutRate === 0 ? '' : t('receivables.figures.withoutRate', withoutRate),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <strong>
          {dso.dso === null
            ? t('receivables.figures.dsoNone')
            : t('receivables.figures.dsoDays', { count: days, formatted: format.number(days) })}
        </strong>
      </ExplainedFigure>{' '}
      <span className="q-quiet">{t('receivables.figures.dso')}</span>
    </span>
  )
}

function Allowance({ figures: { allowance, baseCurrency, asOf } }: { figures: ReceivableFigures }) {
  const { t, format } = useText()
  const amount = (value: string) => format.amount(value, baseCurrency)
  return (
    <span>
      <ExplainedFigure
        title={t('receivables.figures.allowance')}
        formula={t('receivables.figures.allowanceFormula')}
        inputs={[
          ...allowance.parts.map((part) => ({
            label: `${t(`receivables.buckets.${part.bucket}`)}, ${t('receivables.figures.share', { percent: format.number(part.ratePercent) })}`,
            value: amount(part.amount),
          })),
          { label: t('receivables.figures.required'), value: amount(allowance.required) },
          { label: t('receivables.figures.existing'), value: amount(allowance.existing) },
          { label: t('receivables.figures.adjustment'), value: amount(allowance.adjustment) },
        ]}
        footnote={t('receivables.figures.asOf', { day: asOf })}
      >
        <strong>{format.money(allowance.required, baseCurrency)}</strong>
      </ExplainedFigure>{' '}
      <span className="q-quiet">{t('receivables.figures.allowance')}</span>
    </span>
  )
}
