// What the score is made of: the radar, and beside it each criterion from its value to its points.
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { CriterionScore, FigureName, ScoreCard } from '#shared/schemas/scores.ts'
import { CriteriaRadar } from './criteria-radar.tsx'
import { figureText, scoreText, sourceName } from './score-words.ts'
import classes from './scores.module.css'

export function CardCriteria({ card }: { card: ScoreCard }) {
  const { t, format, language } = useText()
  const { row, criteria, shrinkage } = card
  return (
    <section>
      <SectionTitle>{t('scores.card.criteria')}</SectionTitle>
      <CriteriaRadar suppliers={[{ id: row.supplierId ?? 0, name: nameIn(language, row), criteria }]} />
      <p className="q-quiet">{t('scores.card.criterionAbout', { k: format.number(shrinkage) })}</p>
      <div className={classes.scroll}>
        <table className={plain.table} aria-label={t('scores.card.criteria')}>
          <thead>
            <tr>
              <th scope="col">{t('scores.card.criterion')}</th>
              {(['weight', 'value'] as const).map((key) => (
                <th key={key} scope="col" data-numeric>
                  {t(`scores.card.${key}`)}
                </th>
              ))}
              <th scope="col" data-numeric>
                {t('scores.columns.cases')}
              </th>
              {(['ownScore', 'peers', 'share', 'points'] as const).map((key) => (
                <th key={key} scope="col" data-numeric>
                  {t(`scores.card.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {criteria.map((one) => (
              <CriterionRow key={one.source} criterion={one} currency={card.currency} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function CriterionRow({ criterion, currency }: { criterion: CriterionScore; currency: string }) {
  const text = useText()
  const { t, format } = text
  const { source, weightedValue, value, reason, n } = criterion
  const shown = weightedValue ?? value
  const said = source.startsWith('judged.')
    ? scoreText(text, shown)
    : figureText(text, { name: source as FigureName, value: shown, currency })
  const why = reason ? t('scores.noDataWhy', { why: t(`scores.reasons.${reason}`) }) : t('scores.noData')
  return (
    <tr>
      <th scope="row">{sourceName(text, criterion)}</th>
      <td data-numeric>{format.number(criterion.weight)}</td>
      <td data-numeric>{said || why}</td>
      <td data-numeric>{format.number(n)}</td>
      <td data-numeric>{scoreText(text, criterion.own)}</td>
      <td data-numeric>{scoreText(text, criterion.peers)}</td>
      <td data-numeric>{format.share(criterion.ownShare)}</td>
      <td data-numeric>{scoreText(text, criterion.score)}</td>
    </tr>
  )
}
