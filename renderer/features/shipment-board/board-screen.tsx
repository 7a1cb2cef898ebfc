// The board: every shipment in the column of its state, with what is inside and what is late.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Page } from '#renderer/ui/page.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { ShipmentViews } from '#renderer/ui/shipment-views.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Board, BoardCard } from '#shared/schemas/shipment-board.ts'
import { askedOf, isNarrowed, usualEndedDays } from './board-address.ts'
import { BoardColumns } from './board-columns.tsx'
import { BoardFilters } from './board-filters.tsx'
import { EventDialog } from './event-dialog.tsx'
import { useBoardAddress } from './use-board-address.ts'

export function BoardScreen() {
  const { t } = useText()
  const state = useBoardAddress('/shipments/board')
  const { address } = state
  const asked = { ...askedOf(address), endedDays: address.ended ?? usualEndedDays }
  const query = useQuery(trpc.shipments.board.queryOptions(asked, { placeholderData: keepPreviousData }))
  const [told, setTold] = useState<BoardCard | null>(null)
  return (
    <Page
      title={t('shipments.board.title')}
      subtitle={t('shipments.board.subtitle', { currency: query.data?.currency ?? '' })}
      actions={
        <>
          <ShipmentViews view="board" search={address} />
          <WriteGate>
            <LinkButton variant="filled" to={'/shipments/new' as '/'}>
              {t('shipments.board.new')}
            </LinkButton>
          </WriteGate>
        </>
      }
      fills
    >
      <BoardFilters state={state} carriers={query.data?.carriers ?? []} hasEnded />
      <QueryState query={query}>
        {(board) =>
          board.columns.length === 0 ? (
            <NothingHere board={board} isNarrowed={isNarrowed(address)} />
          ) : (
            <BoardColumns board={board} asked={asked} onTell={setTold} />
          )
        }
      </QueryState>
      {told ? <EventDialog card={told} onClose={() => setTold(null)} /> : null}
    </Page>
  )
}

function NothingHere({ board, isNarrowed: narrowed }: { board: Board; isNarrowed: boolean }) {
  const { t, format } = useText()
  const why = narrowed ? 'emptyFiltered' : 'empty'
  return (
    <EmptyState title={t(`shipments.board.${why}.title`)}>
      {t(`shipments.board.${why}.text`, { formatted: format.number(board.endedDays) })}
    </EmptyState>
  )
}
