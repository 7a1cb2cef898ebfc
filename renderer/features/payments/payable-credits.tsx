// Money that suppliers hold: orders paid beyond what they come to, and advances that no order has yet.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { Payables } from '#shared/schemas/payments.ts'
import classes from './payments.module.css'

export function PayableCredits({ credits }: { credits: Payables['credits'] }) {
  const { t, format, language } = useText()
  if (credits.length === 0) return null
  return (
    <section className={classes.credits}>
      <SectionTitle>{t('payments.payables.credits')}</SectionTitle>
      <table className={classes.table}>
        <tbody>
          {credits.map((credit) => (
            <tr key={`${credit.partyId}-${credit.orderId}-${credit.currency}`}>
              <td className={classes.what}>{nameIn(language, { name: credit.party, nameZh: credit.partyZh })}</td>
              <td>
                {credit.orderId === null ? (
                  t('payments.payables.advance')
                ) : (
                  <Link className="q-link" to="/purchases/$id" params={{ id: String(credit.orderId) }}>
                    {credit.orderNumber}
                  </Link>
                )}
              </td>
              <td data-numeric>{format.money(credit.amount, credit.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
