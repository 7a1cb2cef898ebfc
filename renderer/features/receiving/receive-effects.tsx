// What a receipt would do, before it is posted: how the order then stands, what the goods come in at, later figures it changes.
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { type PurchaseStatus, purchaseStatuses } from '#shared/schemas/purchases.ts'
import type { ToReceive } from '#shared/schemas/receiving.ts'
import classes from './receiving.module.css'
import type { useReceive } from './use-receive.ts'

export function ReceiveEffects({ order, receive }: { order: ToReceive; receive: ReturnType<typeof useReceive> }) {
  const { t, format } = useText()
  const { data, error } = receive.preview
  if (receive.reading.receipt === null) return null
  if (error) return <Notice tone="warn">{errorMessage(t, error)}</Notice>
  if (!data) return null
  const later = data.balanceCount + data.costs.length
  return (
    <div className={classes.effects}>
      <Facts
        facts={[
          {
            label: t('receiving.screen.value'),
            value: data.value === null ? t('receiving.screen.noValue') : format.money(data.value, order.baseCurrency),
          },
          {
            label: t('receiving.screen.statusAfter'),
            value: isStatus(data.status) ? t(`purchases.statuses.${data.status}`) : data.status,
          },
        ]}
      />
      {data.isBackdated && later > 0 ? (
        <Notice tone="warn">{t('receiving.screen.later', { count: later })}</Notice>
      ) : null}
    </div>
  )
}

function isStatus(status: string): status is PurchaseStatus {
  return (purchaseStatuses as readonly string[]).includes(status)
}
