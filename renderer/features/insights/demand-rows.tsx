// A product's demand period by period, as bars with their figures, and which periods count.
import { useText } from '#renderer/lib/language.ts'
import table from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { ClassesQuestion, ClassItemDetail } from '#shared/schemas/classes.ts'
import classes from './demand-rows.module.css'

type DemandRowsProps = { period: ClassesQuestion['period']; rows: ClassItemDetail['rows'] }

export function DemandRows({ period, rows }: DemandRowsProps) {
  const { t, format } = useText()
  const most = Math.max(...rows.map(({ quantity }) => quantity), 0)
  const title = t('classes.demandRows.title', { period: t(`classes.per.${period}`) })
  return (
    <section>
      <SectionTitle>{title}</SectionTitle>
      <table className={table.table} aria-label={title}>
        <TableHead
          heads={[
            t('classes.demandRows.from'),
            '',
            { numeric: t('classes.demandRows.quantity') },
            { numeric: t('classes.demandRows.daysOut') },
            t('classes.demandRows.state'),
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={row.from}>
              <td className={classes.day}>{period === 'month' ? row.from.slice(0, 7) : row.from}</td>
              <td className={classes.bars} aria-hidden>
                <span
                  className={classes.bar}
                  data-counts={row.counts || undefined}
                  style={{ width: `${most > 0 ? Math.max(0, row.quantity / most) * 100 : 0}%` }}
                />
              </td>
              <td data-numeric>{format.number(row.quantity)}</td>
              <td data-numeric>{row.daysOut === null ? '–' : format.number(row.daysOut)}</td>
              <td>{t(`classes.demandRows.${stateOf(row)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function stateOf({ counts, isOutOfStock }: DemandRowsProps['rows'][number]): 'counts' | 'out' | 'before' {
  return counts ? 'counts' : isOutOfStock ? 'out' : 'before'
}
