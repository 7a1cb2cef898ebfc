// What a payment gains or loses by the rate of its day, as it is typed.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import type { TypedPayment } from '#renderer/lib/typed-payment.ts'
import { readReceipt, type ToSettle } from './receipt-values.ts'
import classes from './receivables.module.css'

type GainProps = { form: TypedPayment; wanted: readonly ToSettle[]; partyId: number | null }

const typingPauseMs = 250

/** Nothing where no other currency is in play. */
export function ReceiptGain({ form, wanted, partyId }: GainProps) {
  const { t, format } = useText()
  const { baseCurrency } = useBook()
  const [typed] = useDebouncedValue(form, typingPauseMs)
  const { payment } = readReceipt(typed, wanted, partyId)
  const isForeign = [form.currency, ...wanted.map(({ currency }) => currency)].some((code) => code !== baseCurrency)
  const query = useQuery({
    ...trpc.payments.previewGains.queryOptions(payment ?? { on: '', amount: '', currency: '' }, {
      placeholderData: keepPreviousData,
      retry: false,
    }),
    enabled: payment !== null && isForeign,
  })
  if (!isForeign || !query.data) return null
  const { rate, rateOn, baseAmount, gain, shares, baseCurrency: base } = query.data
  if (rate === null || baseAmount === null) return <p className="q-quiet">{t('receivables.receipt.noRate')}</p>
  return (
    <dl className={classes.gain} aria-live="polite">
      <div>
        <dt>{t('payments.fields.baseAmount')}</dt>
        <dd>
          {t('receivables.receipt.base', {
            amount: format.money(baseAmount, base),
            rate: format.number(rate),
            day: rateOn ?? '',
          })}
        </dd>
      </div>
      {shares.length === 0 ? null : (
        <div>
          <dt>{t('receivables.receipt.gain')}</dt>
          <dd>
            {gain === null ? (
              <span className="q-quiet">{t('receivables.receipt.gainNone')}</span>
            ) : (
              <>
                <strong data-bad={gain.startsWith('-') || undefined}>{format.money(gain, base)}</strong>{' '}
                <span className="q-quiet">{shares.map((share) => gainWords(share)).join(' · ')}</span>
              </>
            )}
          </dd>
        </div>
      )}
    </dl>
  )

  function gainWords({ settledBase, bookedBase, number }: NonNullable<typeof query.data>['shares'][number]): string {
    if (bookedBase === null) return number
    const words = {
      settled: format.money(settledBase, base),
      booked: format.money(bookedBase, base),
    }
    return `${shares.length > 1 ? `${number}: ` : ''}${t('receivables.receipt.gainOf', words)}`
  }
}
