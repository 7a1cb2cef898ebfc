// One supplier's lines with what an order of them comes to: money, weight, volume, how full a container gets.
import { Checkbox, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import plain from '#renderer/ui/plain-table.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import type { ReplenishmentResult, SupplierGroup, SupplierTotals } from '#shared/schemas/replenishment.ts'
import classes from './replenishment.module.css'
import { ReplenishmentRow } from './replenishment-row.tsx'
import type { ReplenishmentState } from './use-replenishment.ts'

type SupplierLinesProps = { group: SupplierGroup; result: ReplenishmentResult; state: ReplenishmentState }

export function SupplierLines({ group, result, state }: SupplierLinesProps) {
  const { t, format, language } = useText()
  const { supplierId, lines, more, totals } = group
  const name =
    supplierId === null
      ? t('replenishment.noSupplier')
      : nameIn(language, { name: group.supplier, nameZh: group.supplierZh })
  const orderable = lines.filter(({ quantity }) => quantity > 0).map(({ productId }) => productId)
  const chosen = orderable.filter((id) => state.chosen.has(id)).length
  return (
    <section className={classes.group}>
      <header className={classes.groupHead}>
        <Checkbox
          size="xs"
          aria-label={t('replenishment.chooseAll', { name })}
          checked={chosen > 0 && chosen === orderable.length}
          indeterminate={chosen > 0 && chosen < orderable.length}
          disabled={orderable.length === 0}
          onChange={(event) => state.choose(orderable, event.currentTarget.checked)}
        />
        <h2 className={classes.groupTitle}>
          {supplierId === null ? (
            name
          ) : (
            <Link className="q-link" to="/suppliers/$id" params={{ id: String(supplierId) }}>
              {name}
            </Link>
          )}
        </h2>
        <Totals totals={totals} />
      </header>
      <ScrollRegion name={name}>
        <table className={`${plain.table} ${classes.table}`}>
          <thead>
            <Head />
          </thead>
          <tbody>
            {lines.map((line) => (
              <ReplenishmentRow key={line.productId} line={line} on={result.on} state={state} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {more > 0 ? (
        <p className={classes.more}>{t('replenishment.more', { count: more, formatted: format.number(more) })}</p>
      ) : null}
    </section>
  )
}

const figures = ['position', 'cover', 'runsOut', 'reorderPoint', 'quantity', 'price', 'total', 'orderBy'] as const

function Head() {
  const { t } = useText()
  return (
    <tr>
      <th scope="col" className={classes.tick}>
        <VisuallyHidden>{t('replenishment.columns.choose')}</VisuallyHidden>
      </th>
      <th scope="col">{t('replenishment.columns.product')}</th>
      {figures.map((figure) => (
        <th key={figure} scope="col" data-numeric data-column={figure}>
          {t(`replenishment.columns.${figure}`)}
        </th>
      ))}
    </tr>
  )
}

/** Of the lines with a quantity. What is not known is counted, never taken for nothing. */
function Totals({ totals }: { totals: SupplierTotals }) {
  const { t, format } = useText()
  const count = (key: 'withoutPrice' | 'withoutWeight' | 'withoutVolume', lines: number) =>
    lines > 0 ? [t(`replenishment.totals.${key}`, { count: lines, formatted: format.number(lines) })] : []
  const { fill } = totals
  const parts = [
    t('replenishment.totals.lines', { count: totals.lines, formatted: format.number(totals.lines) }),
    ...totals.money.map(({ total, currency }) => format.money(total, currency)),
    ...count('withoutPrice', totals.linesWithoutPrice),
    ...(totals.weightGrams > 0 ? [`${format.number(round(totals.weightGrams / 1000, 1))} kg`] : []),
    ...count('withoutWeight', totals.linesWithoutWeight),
    ...(totals.volumeMm3 > 0 ? [`${format.number(round(totals.volumeMm3 / 1e9, 3))} m³`] : []),
    ...count('withoutVolume', totals.linesWithoutVolume),
    ...(fill
      ? [
          t('replenishment.totals.fill', {
            container: fill.container,
            share: format.share(Math.max(fill.volume, fill.weight)),
            limit: t(`replenishment.totals.${fill.limit}`),
          }),
        ]
      : []),
  ]
  return <p className={classes.totals}>{totals.lines === 0 ? t('replenishment.totals.none') : parts.join(' · ')}</p>
}

function round(value: number, places: number): number {
  return Number(value.toFixed(places))
}
