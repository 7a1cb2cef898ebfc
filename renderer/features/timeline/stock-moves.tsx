// Movements of the stock ledger that one operation posted.
import { useText } from '#renderer/lib/language.ts'
import { english } from '#shared/i18n/english.ts'
import type { TimelineMovement } from '#shared/schemas/timeline.ts'
import classes from './timeline.module.css'

export function StockMoves({ movements }: { movements: readonly TimelineMovement[] }) {
  const { t, format } = useText()
  return movements.map((move) => {
    const sign = move.quantity > 0 ? '+' : '−'
    const quantity = `${sign}${format.number(Math.abs(move.quantity))}`
    return (
      <p key={move.id} className={classes.text} data-figure>
        {t('timeline.movement', { kind: kindWord(move.kind), quantity, day: move.movedOn })}{' '}
        <span className="q-quiet">{move.note}</span>
      </p>
    )
  })

  function kindWord(kind: string): string {
    const { movements: words } = english.timeline
    return kind in words ? t(`timeline.movements.${kind as keyof typeof words}`) : kind
  }
}
