// The board of shipments: a column for each state with its count, the money inside and how many are late, and its first cards.
import type { ReadDb } from '#main/db/database.ts'
import { baseCurrency } from '#main/services/book/book-queries.ts'
import { bookToday } from '#main/services/book/book-today.ts'
import { boardCards } from '#main/services/shipments/board-cards.ts'
import { boardCarriers } from '#main/services/shipments/board-filters.ts'
import { countStage, idsOfColumn } from '#main/services/shipments/board-rows.ts'
import { minorToDecimal } from '#shared/money.ts'
import {
  type Board,
  type BoardCard,
  type BoardCardsInput,
  type BoardInput,
  boardColumnKeys,
} from '#shared/schemas/shipment-board.ts'

/** Only the columns that somebody is in, in the order of their way. */
export function shipmentBoard(db: ReadDb, { cards: limit, ...input }: BoardInput): Board {
  const asked = { ...input, asOf: input.asOf ?? bookToday(db, db.now) }
  const currency = baseCurrency(db)
  const counted = Map.groupBy(
    (['before', 'open', 'ended'] as const).flatMap((stage) => countStage(db, stage, asked)),
    ({ column }) => column,
  )
  const found = boardColumnKeys.flatMap((column) => {
    const parts = counted.get(column)
    if (!parts) return []
    const ids = limit === 0 ? [] : idsOfColumn(db, { column, asked }, { limit, offset: 0 })
    return [{ column, parts, ids }]
  })
  const ids = found.flatMap((column) => column.ids)
  const cards = new Map(boardCards(db, ids, asked.asOf).map((card) => [card.id, card]))
  const columns = found.map(({ column, parts, ids }) => {
    const sum = (key: 'count' | 'late' | 'valueMinor' | 'withoutValue') =>
      parts.reduce((total, part) => total + part[key], 0)
    return {
      column,
      isEnded: parts.every(({ stage }) => stage === 'ended'),
      count: sum('count'),
      late: sum('late'),
      value: minorToDecimal(sum('valueMinor'), currency),
      withoutValue: sum('withoutValue'),
      cards: ids.flatMap((id) => cards.get(id) ?? []),
    }
  })
  return { asOf: asked.asOf, currency, endedDays: input.endedDays, columns, carriers: boardCarriers(db) }
}

/** More cards of one column, in the board's order. */
export function moreBoardCards(db: ReadDb, { column, limit, offset, ...input }: BoardCardsInput): BoardCard[] {
  const asked = { ...input, asOf: input.asOf ?? bookToday(db, db.now) }
  return boardCards(db, idsOfColumn(db, { column, asked }, { limit, offset }), asked.asOf)
}
