// The products that a pasted column falls onto, with what falls onto each.

import { useText } from '#renderer/lib/language.ts'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { ProductRow } from '#shared/schemas/catalog.ts'
import classes from './fill-costs.module.css'
import type { LaidCost, LaidCosts } from './pasted-costs.ts'

type CostTableProps = { rows: readonly ProductRow[]; laid: LaidCosts; currency: string }

export function CostTable({ rows, laid, currency }: CostTableProps) {
  const { t, format, language } = useText()
  return (
    <table aria-label={t('welcome.costs.table')}>
      <TableHead
        heads={[
          t('welcome.costs.sku'),
          t('welcome.costs.product'),
          t('welcome.costs.price'),
          `${t('welcome.costs.cost')} ${currency}`,
        ]}
      />
      <tbody>
        {rows.map(({ id, sku, nameEn, nameZh, price, priceCurrency }) => (
          <tr key={id}>
            <th scope="row">{sku}</th>
            <td className={classes.name}>{(language === 'zh-CN' && nameZh) || nameEn || nameZh}</td>
            <td>{format.money(price, priceCurrency)}</td>
            <td>
              <NewCost cost={laid.costs.get(id)} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NewCost({ cost, currency }: { cost: LaidCost | undefined; currency: string }) {
  const { t, format } = useText()
  if (!cost) return null
  if (cost.problem === null) return <span className={classes.cost}>{format.amount(cost.text, currency)}</span>
  return (
    <span className={classes.wrong}>
      {cost.text} · {t(`welcome.costs.problems.${cost.problem}`)}
    </span>
  )
}
