// The key figures: each class with its share, and the total with what it leaves out.

import { useText } from '#renderer/lib/language.ts'
import type { AbcBasis, AbcResult } from '#shared/schemas/insights.ts'
import classes from './abc-summary.module.css'
import { leftOutInWords } from './abc-words.ts'
import { classShares } from './class-shares.ts'

export function AbcSummary({ basis, result }: { basis: AbcBasis; result: AbcResult }) {
  const { t, format } = useText()
  const hints = leftOutInWords(t, format, result)
  if (result.valuesDoNotDiffer) hints.unshift(t('insights.abc.allAlike'))
  return (
    <dl className={classes.strip}>
      {classShares(result).map(({ class: letter, count, ofValue, ofProducts }) => (
        <div key={letter}>
          <dt>
            <span className={classes.dot} data-class={letter} aria-hidden />
            {t('insights.abc.class', { letter })}
          </dt>
          <dd className={classes.figure}>{t('insights.abc.products', { count, formatted: format.number(count) })}</dd>
          <dd className={classes.hint}>
            {t('insights.abc.classShare', {
              ofValue: format.share(ofValue),
              what: t(`insights.abc.of.${basis}`),
              ofProducts: format.share(ofProducts),
            })}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t(`insights.abc.basis.${basis}`)}</dt>
        <dd className={classes.figure}>
          {result.currency === null ? format.number(result.total) : format.amount(result.total, result.currency)}{' '}
          <span className="q-quiet">{result.currency ?? t('insights.abc.units')}</span>
        </dd>
        <dd className={classes.hint}>{hints.length > 0 ? hints.join(' · ') : t('insights.abc.nothingLeftOut')}</dd>
      </div>
    </dl>
  )
}
