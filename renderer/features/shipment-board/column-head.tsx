// The head of a column: its state, how many are in it, the money inside and how many are late.
import { IconAlertTriangle } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import type { BoardColumn } from '#shared/schemas/shipment-board.ts'
import classes from './board.module.css'

export function ColumnHead({ column, currency }: { column: BoardColumn; currency: string }) {
  const { t, format } = useText()
  const { column: key, count, late, value, withoutValue } = column
  const isAllUnknown = withoutValue === count
  const without = t('shipments.board.without', { count: withoutValue, formatted: format.number(withoutValue) })
  return (
    <header className={classes.columnHead}>
      <div className={classes.columnLine}>
        <h2 id={`board-${key}`} className={classes.columnTitle}>
          {key === 'draft' || key === 'packed' ? t(`shipments.statuses.${key}`) : t(`shipments.states.${key}`)}{' '}
          <span className={classes.count} data-figure>
            {format.number(count)}
          </span>
        </h2>
        {late > 0 ? (
          <p className={classes.late}>
            <IconAlertTriangle size={13} stroke={1.7} aria-hidden />
            {t('shipments.board.lateCount', { formatted: format.number(late) })}
          </p>
        ) : null}
      </div>
      <p className={classes.columnFacts}>
        {isAllUnknown ? (
          <span>{without}</span>
        ) : (
          <>
            <span data-figure>{format.money(value, currency)}</span>
            {withoutValue > 0 ? <span> · {without}</span> : null}
          </>
        )}
      </p>
    </header>
  )
}
