// The columns of the board: one card of all has the focus, the arrows lead to the others; empty states are a narrow strip.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import {
  type Board,
  type BoardCard,
  type BoardColumnKey,
  type BoardColumn as BoardColumnType,
  type BoardInput,
  boardColumnKeys,
} from '#shared/schemas/shipment-board.ts'
import classes from './board.module.css'
import { BoardCardItem } from './board-card.tsx'
import { ColumnHead } from './column-head.tsx'
import { useBoardKeys } from './use-board-keys.ts'

type ColumnsProps = { board: Board; asked: Partial<BoardInput>; onTell: (card: BoardCard) => void }

export function BoardColumns({ board, asked, onTell }: ColumnsProps) {
  const { t } = useText()
  const frame = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const found = new Map(board.columns.map((column) => [column.column, column]))
  const cards = board.columns.flatMap((column) => column.cards)
  const onKeyDown = useBoardKeys(frame)
  // Tab reaches the card that had the focus last, else the first.
  const active = cards.some(({ id }) => id === focused) ? focused : (cards[0]?.id ?? null)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are cards that the arrows lead between
    <div
      ref={frame}
      className={classes.board}
      role="group"
      aria-label={t('shipments.board.label')}
      onKeyDown={onKeyDown}
    >
      {boardColumnKeys.map((key) => {
        const column = found.get(key)
        if (!column) return <EmptyStrip key={key} column={key} />
        return (
          <Column key={key} board={board} column={column} asked={asked}>
            {(card) => (
              <BoardCardItem
                key={card.id}
                card={card}
                currency={board.currency}
                column={key}
                asOf={board.asOf}
                isActive={card.id === active}
                onFocus={() => setFocused(card.id)}
                onTell={() => onTell(card)}
              />
            )}
          </Column>
        )
      })}
      <p className={classes.unseen}>{t('shipments.board.hint')}</p>
    </div>
  )
}

/** A state that nobody is in keeps its place in the order. */
function EmptyStrip({ column }: { column: BoardColumnKey }) {
  const { t } = useText()
  return (
    <div className={classes.strip} title={t('shipments.board.none')}>
      <span>
        {t(column === 'draft' || column === 'packed' ? `shipments.statuses.${column}` : `shipments.states.${column}`)}
      </span>
    </div>
  )
}

type ColumnProps = {
  board: Board
  column: BoardColumnType
  asked: Partial<BoardInput>
  children: (card: BoardCard) => React.ReactNode
}

const moreAtOnce = 100

function Column({ board, column, asked, children }: ColumnProps) {
  const { t, format } = useText()
  const [shown, setShown] = useState(0)
  const more = useQuery({
    ...trpc.shipments.boardCards.queryOptions({
      ...asked,
      column: column.column,
      offset: column.cards.length,
      limit: Math.max(1, Math.min(500, shown)),
    }),
    enabled: shown > 0,
    placeholderData: (before) => before,
  })
  const rest = shown > 0 ? (more.data ?? []) : []
  const known = new Set(column.cards.map(({ id }) => id))
  const cards = [...column.cards, ...rest.filter(({ id }) => !known.has(id))]
  const left = column.count - cards.length
  return (
    <section className={classes.column} aria-labelledby={`board-${column.column}`}>
      <ColumnHead column={column} currency={board.currency} />
      <ul className={classes.cards} data-column={column.column}>
        {cards.map(children)}
        {left > 0 && shown < 500 ? (
          <li>
            <Button variant="subtle" fullWidth loading={more.isFetching} onClick={() => setShown(shown + moreAtOnce)}>
              {t('shipments.board.more', { formatted: format.number(left) })}
            </Button>
          </li>
        ) : null}
      </ul>
    </section>
  )
}
