// What the differences of a count are worth together.
import { useText } from '#renderer/lib/language.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import type { CountReview } from '#shared/schemas/counting.ts'
import classes from './counting.module.css'

const sums = ['surplus', 'shortfall', 'net'] as const

export function ReviewSums({ review }: { review: CountReview }) {
  const { t, format } = useText()
  const { differing, agreeing, unknown, baseCurrency } = review
  const isUnknown = unknown === differing
  return (
    <dl className={classes.figures}>
      <div className={classes.figure}>
        <dt>{t('counting.review.differing')}</dt>
        <dd>
          {format.number(differing)}{' '}
          <span className="q-quiet">{t('counting.review.of', { formatted: format.number(differing + agreeing) })}</span>
        </dd>
      </div>
      {sums.map((key) => (
        <div key={key} className={classes.figure}>
          <dt>{t(`counting.review.${key}`)}</dt>
          <dd>
            {isUnknown ? (
              <span className="q-quiet">{t('counting.noCost')}</span>
            ) : (
              <ExplainedFigure
                title={t(`counting.review.${key}`)}
                formula={t(`counting.formulas.${key}`)}
                inputs={[
                  { label: t('counting.review.differing'), value: format.number(differing - unknown) },
                  { label: t('counting.review.withoutCost'), value: format.number(unknown) },
                ]}
                footnote={t('counting.formulas.valueNote')}
              >
                {format.money(review[key], baseCurrency)}
              </ExplainedFigure>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
