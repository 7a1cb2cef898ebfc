// What suppliers still have to deliver of a product.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { placeName } from '#renderer/lib/place-name.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import classes from './stock.module.css'

export function ExpectedTable({ sku, unit }: { sku: string; unit: string }) {
  const { t, format } = useText()
  const filters = [
    { column: 'sku', op: 'is' as const, values: [sku] },
    { column: 'status', op: 'is' as const, values: ['open'] },
  ]
  const { data } = useQuery(trpc.expected.list.queryOptions({ filters, limit: 50 }))
  if (!data || data.rows.length === 0) return null
  const rest = data.total - data.rows.length
  return (
    <section>
      <SectionTitle>{t('stock.product.expected')}</SectionTitle>
      <ScrollRegion name={t('stock.product.expected')}>
        <table className={classes.table}>
          <TableHead
            heads={[
              t('stock.product.expectedOn'),
              t('stock.fields.supplier'),
              t('stock.fields.place'),
              t('stock.fields.reference'),
              { numeric: t('stock.figures.onOrder') },
            ]}
          />
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <td className={classes.day}>
                  <Link className="q-link" to="/expected" search={{ id: row.id }}>
                    {row.expectedOn ?? t('expected.noDay')}
                  </Link>
                </td>
                <td className={classes.wide}>
                  {nameIn(format.language, { name: row.supplier, nameZh: row.supplierZh })}
                </td>
                <td>{placeName(t, { id: row.warehouseId, name: row.warehouse })}</td>
                <td>{row.reference}</td>
                <td data-numeric>{quantityText(format, row.quantity, unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {rest > 0 ? (
        <p className={classes.more}>{t('stock.more', { count: rest, formatted: format.number(rest) })}</p>
      ) : null}
    </section>
  )
}
