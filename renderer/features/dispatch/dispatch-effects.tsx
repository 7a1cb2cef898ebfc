// What a dispatch would do, before it is posted: how the order then stands, what is short, what it changes of later figures.
import { errorMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import classes from './dispatch.module.css'
import type { useDispatch } from './use-dispatch.ts'

export function DispatchEffects({ dispatch }: { dispatch: ReturnType<typeof useDispatch> }) {
  const { t, format } = useText()
  const { data, error } = dispatch.preview
  if (dispatch.reading.dispatch === null) return null
  if (error) return <Notice tone="warn">{wholeMessage(t, error)}</Notice>
  if (!data) return null
  const later = data.balanceCount + data.costs.length
  const value = data.stockValue.after
  return (
    <div className={classes.effects}>
      <Facts
        facts={[
          { label: t('dispatch.screen.statusAfter'), value: t(`orders.statuses.${data.status}`) },
          {
            label: t('dispatch.screen.stockValue'),
            value: value === null ? t('dispatch.screen.unknown') : format.money(value, data.baseCurrency),
          },
        ]}
      />
      {data.warnings.map((warning) => (
        <Notice key={JSON.stringify(warning)} tone="warn">
          {errorMessage(t, warning)}
        </Notice>
      ))}
      {data.isBackdated && later > 0 ? (
        <Notice tone="warn">{t('dispatch.screen.later', { count: later })}</Notice>
      ) : null}
    </div>
  )
}
