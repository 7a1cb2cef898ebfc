// What moved by a shipment, with the documents that it posted; what is missing of a transfer; and until when it has to be said what
// becomes of one that nobody took.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { asDay, type Day, isDay } from '#shared/dates.ts'
import type { ShipmentMove } from '#shared/schemas/shipment-moves.ts'
import classes from './shipment-moves.module.css'

export function MovesPanel({ record }: PanelProps) {
  const { t } = useText()
  const query = useQuery(trpc.shipments.moves.queryOptions({ id: record.id }))
  return (
    <QueryState query={query}>
      {({ moves, isOnItsWay, hasRest, decideBy, isDecided, isAskedNoMore }) => (
        <>
          {moves.length === 0 ? <p className="q-quiet">{t('shipments.moves.none')}</p> : <MoveTable moves={moves} />}
          {isOnItsWay ? (
            <div className={classes.panelActions}>
              <WriteGate>
                <LinkButton to="." search={((before: object) => ({ ...before, step: 'missing' })) as never}>
                  {t('shipments.moves.neverArrives')}
                </LinkButton>
              </WriteGate>
            </div>
          ) : null}
          {hasRest ? <Rest id={record.id} /> : null}
          {(decideBy === null || isDecided) && !isAskedNoMore ? null : (
            <DecideBy key={decideBy} id={record.id} decideBy={decideBy} />
          )}
        </>
      )}
    </QueryState>
  )
}

/** A part came in: the rest is waited for here until somebody says that it comes by another shipment. */
function Rest({ id }: { id: number }) {
  const text = useText()
  const { t } = text
  const dropping = useMutation({
    mutationFn: () => client.shipments.dropRest.mutate({ id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('shipments.moves.restDropped'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <div className={classes.panelActions}>
      <span className="q-quiet">{t('shipments.moves.hasRest')}</span>
      <WriteGate>
        <Button onClick={() => dropping.mutate()} loading={dropping.isPending}>
          {t('shipments.moves.dropRest')}
        </Button>
      </WriteGate>
    </div>
  )
}

function MoveTable({ moves }: { moves: readonly ShipmentMove[] }) {
  const { t } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('shipments.moves.day')}</th>
            <th scope="col">{t('shipments.moves.whatMoved')}</th>
            <th scope="col">{t('shipments.moves.order')}</th>
            <th scope="col">{t('shipments.moves.document')}</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={`${move.what} ${move.orderId} ${move.documentId} ${move.on}`}>
              <td>{move.on ?? ''}</td>
              <td>
                {t(`shipments.moves.kinds.${move.what}`)}{' '}
                {move.isTakenBack ? <StatusBadge>{t('shipments.moves.takenBack')}</StatusBadge> : null}
              </td>
              <td>
                <OrderLink move={move} />
              </td>
              <td>
                {move.documentId === null ? null : (
                  <Link className="q-link" to="/stock/documents/$id" params={{ id: String(move.documentId) }}>
                    {move.documentNumber}
                  </Link>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function OrderLink({ move: { what, orderId, orderNumber } }: { move: ShipmentMove }) {
  if (orderId === null) return null
  const to = what === 'receipt' ? '/purchases/$id' : '/orders/$id'
  return (
    <Link className="q-link" to={to} params={{ id: String(orderId) }}>
      {orderNumber}
    </Link>
  )
}

function DecideBy({ id, decideBy }: { id: number; decideBy: string | null }) {
  const text = useText()
  const { t } = text
  const [typed, setTyped] = useState(decideBy ?? '')
  const day = typedDay(typed)
  const setting = useMutation({
    mutationFn: (by: Day | null) => client.shipments.setDecideBy.mutate({ id, by }),
    onSuccess: ({ operationId }, by) =>
      sayUndoable(text, t(by === null ? 'shipments.moves.askedNoMore' : 'shipments.moves.decideBySet'), operationId),
    onError: (error) => sayError(t, error),
  })
  const isChanged = day !== decideBy && isDay(day)
  return (
    <form
      className={classes.panelActions}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) setting.mutate(asDay(day))
      }}
    >
      <DayInput label={t('shipments.moves.decideBy')} value={typed} onChange={setTyped} />
      <WriteGate>
        <Button type="submit" disabled={!isChanged} loading={setting.isPending}>
          {t('common.save')}
        </Button>
      </WriteGate>
      {decideBy === null ? (
        <span className="q-quiet">{t('shipments.moves.askedNoMore')}</span>
      ) : (
        <WriteGate>
          <Button onClick={() => setting.mutate(null)} disabled={setting.isPending}>
            {t('shipments.moves.askNoMore')}
          </Button>
        </WriteGate>
      )}
    </form>
  )
}
