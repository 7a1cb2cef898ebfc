// Open amounts by age as bars; the figures stand in the table below.
import { useText } from '#renderer/lib/language.ts'
import { type AgeSums, ageBuckets } from '#shared/schemas/receivables.ts'
import classes from './receivables.module.css'

export function AgeingChart({ base, currency }: { base: AgeSums; currency: string }) {
  const { t, format } = useText()
  const most = Math.max(...ageBuckets.map((bucket) => Number(base[bucket])))
  if (most <= 0) return null
  return (
    <figure className={classes.chart} aria-label={t('receivables.chart', { currency })}>
      {ageBuckets.map((bucket) => {
        const share = Number(base[bucket]) / Math.max(Number(base.totalOpen), 1)
        return (
          <div key={bucket} className={classes.bar1} data-bucket={bucket}>
            <span className={classes.barValue}>{format.amount(base[bucket], currency)}</span>
            <span className={classes.barTrack}>
              <span className={classes.barFill} style={{ height: `${(Number(base[bucket]) / most) * 100}%` }} />
            </span>
            <span className={classes.barLabel}>{t(`receivables.buckets.${bucket}`)}</span>
            <span className={classes.barShare}>{format.number(Math.round(share * 100))} %</span>
          </div>
        )
      })}
    </figure>
  )
}
