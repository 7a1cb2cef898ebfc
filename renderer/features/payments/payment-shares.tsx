// What a payment settles: an amount of each order, and what of the payment went for it where the currencies differ.
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { ToPay } from './payment-form-values.ts'
import classes from './payments.module.css'
import type { PaymentState } from './use-payment.ts'

type SharesProps = {
  state: PaymentState
  wanted: readonly ToPay[]
  wrong: (field: string) => string | undefined
}

export function PaymentShares({ state, wanted, wrong }: SharesProps) {
  const { t, format } = useText()
  const { form, changeShare } = state
  const hasOther = wanted.some(({ currency }) => currency !== form.currency)
  const isNamed = wanted.some(({ orderNumber }) => orderNumber !== '')
  return (
    <table className={`${classes.table} ${classes.edit}`}>
      <thead>
        <tr>
          {isNamed ? <th scope="col">{t('payments.fields.order')}</th> : null}
          <th scope="col">{t('payments.fields.purpose')}</th>
          <th scope="col" data-numeric>
            {t('payments.fields.open')}
          </th>
          <th scope="col" data-numeric>
            {t('payments.settles')}
          </th>
          {hasOther ? (
            <th scope="col" data-numeric>
              {t('payments.paidWith', { currency: form.currency })}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {wanted.map((one) => {
          const share = form.shares.find(({ key }) => key === one.key)
          return share ? (
            <tr key={one.key}>
              {isNamed ? <td className={classes.figure}>{one.orderNumber}</td> : null}
              <td className={classes.figure}>{t(`payments.purposes.${one.purpose}`)}</td>
              <td data-numeric className={classes.figure}>
                {format.money(one.open, one.currency)}
              </td>
              <td>
                <DecimalInput
                  w={130}
                  ml="auto"
                  aria-label={[t('payments.settles'), one.orderNumber].filter(Boolean).join(': ')}
                  unit={one.currency}
                  value={share.amount}
                  onChange={(amount: string) => changeShare(one.key, { amount })}
                  error={wrong(`${one.key}.amount`)}
                />
              </td>
              {hasOther ? (
                <td>
                  <DecimalInput
                    w={130}
                    ml="auto"
                    aria-label={`${t('payments.paidWith', { currency: form.currency })}: ${one.orderNumber}`}
                    unit={form.currency}
                    value={share.paid}
                    onChange={(paid: string) => changeShare(one.key, { paid })}
                    error={wrong(`${one.key}.paid`)}
                  />
                </td>
              ) : null}
            </tr>
          ) : null
        })}
      </tbody>
    </table>
  )
}
