// How a supplier stands: score, rank, how much could be scored, and whether orders and requests may go to them.
import { type Spoken, useText } from '#renderer/lib/language.ts'
import { ExplainedFigure } from '#renderer/ui/formula-card.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import type { MayBuy } from '#shared/schemas/score-records.ts'
import type { ScoreCard } from '#shared/schemas/scores.ts'
import { GradeBadge } from './grade-badge.tsx'
import { scoreText, sourceName } from './score-words.ts'
import classes from './scores.module.css'

export function CardSummary({ card }: { card: ScoreCard }) {
  const text = useText()
  const { t, format } = text
  const { row, ranked, criteria } = card
  const verdicts = [
    [t('scores.card.orders'), card.mayOrder],
    [t('scores.card.requests'), card.mayAsk],
  ] as const
  return (
    <section>
      <dl className={classes.strip}>
        <div>
          <dt>{t('scores.card.score')}</dt>
          <dd data-numeric>
            <ExplainedFigure
              title={t('scores.card.score')}
              formula={t('scores.card.formula')}
              inputs={criteria.map((one) => ({
                label: sourceName(text, one),
                value:
                  one.score === null
                    ? t('scores.noData')
                    : `${format.number(one.weight)} × ${scoreText(text, one.score)}`,
              }))}
            >
              {scoreText(text, row.score) || t('scores.noData')}
            </ExplainedFigure>
          </dd>
          <dd className={classes.small}>
            {t('scores.card.own')}: {scoreText(text, row.ownScore) || t('scores.noData')}
          </dd>
        </div>
        <div>
          <dt>{t('scores.card.rank')}</dt>
          <dd data-numeric>
            {row.rank === null
              ? t('scores.noData')
              : t('scores.card.rankOf', { rank: format.number(row.rank), ranked: format.number(ranked) })}
          </dd>
          <dd className={classes.small}>{t('scores.n', { n: format.number(row.cases) })}</dd>
        </div>
        <div>
          <dt>{t('scores.card.held')}</dt>
          <dd>
            <GradeBadge grade={row.heldGrade} />
          </dd>
          <dd className={classes.small}>
            {t('scores.card.coverage')}: {format.share(row.coverage)}
          </dd>
        </div>
        <div>
          {verdicts.map(([what, may]) => (
            <dd key={what} className={classes.small}>
              {what}: {mayInWords(text, may)}
            </dd>
          ))}
        </div>
      </dl>
      {row.kind === 'own' ? <Notice>{t('scores.card.notOwn')}</Notice> : null}
    </section>
  )
}

function mayInWords({ t }: Spoken, { verdict, reasons }: MayBuy): string {
  const why = reasons.map((one) => {
    if (one.code === 'grade') return t('scores.because.grade', { grade: one.grade })
    if (one.code !== 'grade-excepted') return t(`scores.because.${one.code}`)
    return t('scores.because.grade-excepted', { grade: one.grade, until: one.until, reason: one.reason })
  })
  return [t(`scores.verdicts.${verdict}`), ...why].join(' · ')
}
