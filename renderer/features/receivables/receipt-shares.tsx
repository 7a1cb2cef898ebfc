// What money received settles: an amount of each document, and what of it went for that where the currencies differ.
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { ToSettle } from './receipt-values.ts'
import classes from './receivables.module.css'
import type { ReceiptState } from './use-receipt.ts'

type SharesProps = {
  state: ReceiptState
  wanted: readonly ToSettle[]
  wrong: (field: string) => string | undefined
}

export function ReceiptShares({ state: { form, changeShare }, wanted, wrong }: SharesProps) {
  const { t, format } = useText()
  const hasOther = wanted.some(({ currency }) => currency !== form.currency)
  return (
    <div className={classes.tableFrame}>
      <table className={`${classes.table} ${classes.edit}`}>
        <thead>
          <tr>
            <th scope="col">{t('receivables.fields.number')}</th>
            <th scope="col" data-numeric>
              {t('receivables.receipt.open')}
            </th>
            <th scope="col" data-numeric>
              {t('receivables.receipt.settles')}
            </th>
            {hasOther ? (
              <th scope="col" data-numeric>
                {t('receivables.receipt.paid', { currency: form.currency })}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {wanted.map((one) => {
            const share = form.shares.find(({ key }) => key === one.key)
            if (!share) return null
            const isCredit = one.document === 'credit'
            return (
              <tr key={one.key}>
                <td className={classes.figure}>
                  {one.number} {isCredit ? t('receivables.items.documents.credit') : ''}
                </td>
                <td data-numeric className={classes.figure}>
                  {format.money(isCredit ? `-${one.open}` : one.open, one.currency)}
                  {one.openInAll ? (
                    <div className="q-quiet">
                      {t('receivables.receipt.deposit', { amount: format.money(one.openInAll, one.currency) })}
                    </div>
                  ) : null}
                </td>
                <td>
                  <DecimalInput
                    w={150}
                    ml="auto"
                    aria-label={`${t('receivables.receipt.settles')}: ${one.number}`}
                    unit={one.currency}
                    value={share.amount}
                    onChange={(amount: string) => changeShare(one.key, { amount })}
                    error={wrong(`${one.key}.amount`)}
                  />
                </td>
                {hasOther ? (
                  <td>
                    <DecimalInput
                      w={150}
                      ml="auto"
                      aria-label={`${t('receivables.receipt.paid', { currency: form.currency })}: ${one.number}`}
                      unit={form.currency}
                      value={share.paid}
                      onChange={(paid: string) => changeShare(one.key, { paid })}
                      error={wrong(`${one.key}.paid`)}
                    />
                  </td>
                ) : null}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
