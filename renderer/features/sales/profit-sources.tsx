// The rows behind one figure of a profit: what was posted, entered or expected, each leading to its record.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import table from '#renderer/ui/plain-table.module.css'
import type { OrderProfit, ProfitLine } from '#shared/schemas/sales-figures.ts'

export function ProfitSources({ line, profit }: { line: ProfitLine<string>; profit: OrderProfit }) {
  const { t, format } = useText()
  return (
    <table className={table.table}>
      <tbody>
        {line.sources.map(({ source, label, record, amount, base, isEstimate }, index) => {
          const words = t(`sales.sources.${source}`, { label }).trim()
          const money =
            amount === null ? format.money(base, profit.baseCurrency) : format.money(amount, profit.currency)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two sources may say the same, and they never change places
            <tr key={index}>
              <td>
                {record === null ? (
                  words
                ) : (
                  <Link {...(recordAddress(record) as { to: '/' })} className="q-link">
                    {words}
                  </Link>
                )}
                {isEstimate ? <span className="q-quiet"> · {t('sales.states.estimated')}</span> : null}
              </td>
              <td data-numeric>{money || t('sales.profit.noData')}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
