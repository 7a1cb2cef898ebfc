// What earns: how few products make most of the revenue, and the best of them.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { Overview } from '#shared/schemas/overview.ts'
import classes from './saw-screen.module.css'
import { SawSection } from './saw-section.tsx'

const classLetters = ['A', 'B', 'C'] as const
/** Where class A ends by default. */
const mostOfIt = 0.8

export function SawEarns({ overview }: { overview: Overview }) {
  const { t, format, language } = useText()
  const analysis = useQuery(trpc.insights.abc.queryOptions({ basis: 'revenue' }))
  const { baseCurrency, topProducts, topCustomers } = overview
  if (topProducts.length === 0)
    return <SawSection title={t('welcome.saw.earns.title')} text={t('welcome.saw.earns.none')} />
  const counts = analysis.data?.counts
  const few =
    counts &&
    t('welcome.saw.earns.few', {
      count: counts.A,
      formatted: format.number(counts.A),
      share: format.percent(mostOfIt * 100),
    })
  return (
    <SawSection title={t('welcome.saw.earns.title')} text={few}>
      <dl className={classes.figures}>
        <div>
          <dt>{t('welcome.saw.earns.revenue')}</dt>
          <dd>{format.money(overview.revenue, baseCurrency)}</dd>
        </div>
        {counts
          ? classLetters.map((letter) => (
              <div key={letter}>
                <dt>{t('welcome.saw.earns.class', { letter })}</dt>
                <dd>
                  {t('welcome.saw.products', { count: counts[letter], formatted: format.number(counts[letter]) })}
                </dd>
              </div>
            ))
          : null}
      </dl>
      <div className={classes.columns}>
        <div>
          <h3 className={classes.head}>{t('welcome.saw.earns.top')}</h3>
          <table className={classes.rows}>
            <tbody>
              {topProducts.map(({ productId, sku, name, nameZh, revenue }) => (
                <tr key={productId}>
                  <td>
                    <Link to="/products/$id" params={{ id: String(productId) }} className={classes.link}>
                      {sku}
                    </Link>
                  </td>
                  <td data-wide>{(language === 'zh-CN' && nameZh) || name}</td>
                  <td>{format.money(revenue, baseCurrency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <h3 className={classes.head}>{t('welcome.saw.earns.customers')}</h3>
          <table className={classes.rows}>
            <tbody>
              {topCustomers.map(({ customerId, name, country, revenue }) => (
                <tr key={customerId}>
                  <td>
                    <Link to="/customers/$id" params={{ id: String(customerId) }} className={classes.link}>
                      {name}
                    </Link>
                  </td>
                  <td data-wide className="q-quiet">
                    {country === '' ? '' : format.country(country)}
                  </td>
                  <td>{format.money(revenue, baseCurrency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p>
        <Link to="/abc" className={classes.link}>
          {t('welcome.saw.earns.toAbc')}
        </Link>
      </p>
    </SawSection>
  )
}
