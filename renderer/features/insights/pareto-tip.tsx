// What a bar stands for, beside the mouse. The table says the same without one.
import { useText } from '#renderer/lib/language.ts'
import { valueInWords } from './abc-words.ts'
import type { ParetoBar } from './pareto-bars.ts'
import classes from './pareto-chart.module.css'

type ParetoTipProps = { currency: string | null; active?: boolean; payload?: readonly { payload?: unknown }[] }

export function ParetoTip({ currency, active, payload }: ParetoTipProps) {
  const { t, format } = useText()
  const bar = payload?.[0]?.payload as ParetoBar | undefined
  if (!active || !bar) return null
  const { item } = bar
  return (
    <div className={classes.tip}>
      {item ? (
        <>
          <p>{`${item.sku} ${item.name}`}</p>
          <p>
            {valueInWords(format, item.value, currency)} · {format.share(item.share)}
          </p>
        </>
      ) : (
        <p>{t('insights.abc.chart.ranks', { first: format.number(bar.first), last: format.number(bar.last) })}</p>
      )}
      <p className={classes.quiet}>
        {t('insights.abc.chart.soFar', { letter: bar.class, share: format.share(Math.min(1, bar.cumulative)) })}
      </p>
    </div>
  )
}
