// Open amounts by age, a currency a row; each figure opens the documents behind it.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { type AgeSums, ageBuckets, type CurrencyAgeing } from '#shared/schemas/receivables.ts'
import classes from './receivables.module.css'
import type { ItemBucket } from './receivables-address.ts'

type TableProps = {
  rows: readonly CurrencyAgeing[]
  /** Sums of all currencies; null where they say no more than the rows. */
  base: AgeSums | null
  baseCurrency: string
  on?: string | undefined
  customer?: number | undefined
}

export function AgeingTable({ rows, base, baseCurrency, on, customer }: TableProps) {
  const { t, format } = useText()
  const columns = [...ageBuckets, 'totalOpen', 'unapplied'] as const
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('receivables.fields.currency')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-numeric>
                {column === 'totalOpen' ? t('receivables.fields.totalOpen') : t(`receivables.buckets.${column}`)}
              </th>
            ))}
            {base ? null : (
              <th scope="col" data-numeric>
                {t('receivables.fields.inBase', { currency: baseCurrency })}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.currency}>
              <th scope="row">{row.currency}</th>
              {columns.map((column) => (
                <td key={column} data-numeric data-strong={column === 'totalOpen' || undefined}>
                  <BucketLink
                    amount={row[column]}
                    currency={row.currency}
                    address={{ currency: row.currency, bucket: column === 'totalOpen' ? '' : column, on, customer }}
                  />
                </td>
              ))}
              {base ? null : (
                <td data-numeric>{row.openBase === null ? '–' : format.amount(row.openBase, baseCurrency)}</td>
              )}
            </tr>
          ))}
        </tbody>
        {base && (rows.length > 1 || rows[0]?.currency !== baseCurrency) ? (
          <tfoot>
            <tr>
              <th scope="row">{t('receivables.inBase', { currency: baseCurrency })}</th>
              {columns.map((column) => (
                <td key={column} data-numeric>
                  {format.amount(base[column], baseCurrency)}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  )
}

type LinkAddress = {
  currency: string
  bucket: ItemBucket
  on?: string | undefined
  customer?: number | undefined
  channel?: string | undefined
}

export function BucketLink({ amount, currency, address }: { amount: string; currency: string; address: LinkAddress }) {
  const { t, format } = useText()
  if (Number(amount) === 0) return <span className="q-quiet">–</span>
  const what = address.bucket === '' ? t('receivables.fields.totalOpen') : t(`receivables.buckets.${address.bucket}`)
  const search = Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined))
  return (
    <Link
      className="q-link"
      to="/receivables"
      search={search}
      aria-label={`${format.money(amount, currency)}, ${what}`}
    >
      {format.amount(amount, currency)}
    </Link>
  )
}
