// What earns: how few products make most of the revenue, and the best of them.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { AbcResult } from '#shared/schemas/insights.ts'
import type { Overview } from '#shared/schemas/overview.ts'
import classes from './saw-screen.module.css'
import { SawSection } from './saw-section.tsx'

const classLetters = ['A', 'B', 'C'] as const
/** Where class A ends by default, in per cent. */
const mostOfIt = 80

export function SawEarns({ overview }: { overview: Overview }) {
  const { t, format } = useText()
  const counts = useQuery(trpc.insights.abc.queryOptions({ basis: 'revenue' })).data?.counts
  const title = t('welcome.saw.earns.title')
  if (overview.topProducts.length === 0) return <SawSection title={title} text={t('welcome.saw.earns.none')} />
  const few = { count: counts?.A ?? 0, formatted: format.number(counts?.A ?? 0), share: format.percent(mostOfIt) }
  return (
    <SawSection title={title} text={counts ? t('welcome.saw.earns.few', few) : null}>
      <KeyFigures overview={overview} counts={counts} />
      <div className={classes.columns}>
        <TopProducts overview={overview} />
        <TopCustomers overview={overview} />
      </div>
      <p>
        <Link to="/abc" className={classes.link}>
          {t('welcome.saw.earns.toAbc')}
        </Link>
      </p>
    </SawSection>
  )
}

function KeyFigures({ overview, counts }: { overview: Overview; counts: AbcResult['counts'] | undefined }) {
  const { t, format } = useText()
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{t('welcome.saw.earns.revenue')}</dt>
        <dd>{format.money(overview.revenue, overview.baseCurrency)}</dd>
      </div>
      {counts
        ? classLetters.map((letter) => (
            <div key={letter}>
              <dt>{t('welcome.saw.earns.class', { letter })}</dt>
              <dd>{t('welcome.saw.products', { count: counts[letter], formatted: format.number(counts[letter]) })}</dd>
            </div>
          ))
        : null}
    </dl>
  )
}

function TopProducts({ overview: { topProducts, baseCurrency } }: { overview: Overview }) {
  const { t, format, language } = useText()
  return (
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
  )
}

function TopCustomers({ overview: { topCustomers, baseCurrency } }: { overview: Overview }) {
  const { t, format } = useText()
  return (
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
  )
}
