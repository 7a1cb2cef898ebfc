// What a step would do to stock before it is taken: what is short, what stock is worth then, which later figures change.
import { errorMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Facts } from '#renderer/ui/facts.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import type { ShipmentMovePreview } from '#shared/schemas/shipment-moves.ts'

type EffectsProps = {
  preview: { data: ShipmentMovePreview | undefined; error: Error | null }
  /** It was tried and refused: the refusal below says it, once is enough. */
  isRefused: boolean
}

export function StepEffects({ preview: { data, error }, isRefused }: EffectsProps) {
  const { t, format } = useText()
  if (error) return isRefused ? null : <Notice tone="warn">{wholeMessage(t, error)}</Notice>
  if (!data) return null
  const later = data.balanceCount + data.costs.length
  const value = data.stockValue.after
  return (
    <div>
      {data.documents === 0 ? (
        <p className="q-quiet">{t('shipments.moves.noStock')}</p>
      ) : (
        <Facts
          facts={[
            {
              label: t('shipments.moves.stockValue'),
              value: value === null ? t('shipments.moves.unknown') : format.money(value, data.baseCurrency),
            },
          ]}
        />
      )}
      {data.warnings.map((warning) => (
        <Notice key={JSON.stringify(warning)} tone="warn">
          {errorMessage(t, warning)}
        </Notice>
      ))}
      {data.isBackdated && later > 0 ? (
        <Notice tone="warn">{t('shipments.moves.later', { count: later })}</Notice>
      ) : null}
    </div>
  )
}
