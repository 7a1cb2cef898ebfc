// Products without a cost: their profit cannot be told. Those already sold first.
import { Link } from '@tanstack/react-router'
import { productsWithoutCostAddress } from '#renderer/lib/attention-lists.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Today } from '#shared/schemas/today.ts'
import { AttentionPart } from './attention-part.tsx'
import classes from './today-screen.module.css'

export function ProductsWithoutCost({ lacking: { count, rows } }: { lacking: Today['productsWithoutCost'] }) {
  const { t, format, language } = useText()
  return (
    <AttentionPart
      title={t('today.costs.title')}
      count={count}
      none={t('today.costs.none')}
      columns={[t('today.costs.columns.sku'), t('today.costs.columns.product'), t('today.costs.columns.sold')]}
      links={
        <>
          <Link to="/costs" className={classes.link}>
            {t('today.costs.fill')}
          </Link>
          <Link to="/products" search={productsWithoutCostAddress()} className={classes.link}>
            {t('today.costs.all', { count, formatted: format.number(count) })}
          </Link>
        </>
      }
    >
      {rows.map(({ id, sku, name, nameZh, isSold }) => (
        <tr key={id}>
          <td>
            <Link to="/products/$id" params={{ id: String(id) }} className={classes.link}>
              {sku}
            </Link>
          </td>
          <td data-wide>{(language === 'zh-CN' && nameZh) || name}</td>
          <td>{t(isSold ? 'today.costs.sold' : 'today.costs.notSold')}</td>
        </tr>
      ))}
    </AttentionPart>
  )
}
