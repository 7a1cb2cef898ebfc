// What left for an order, dispatch by dispatch, and what was credited of it. Each dispatch can be taken back.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordText } from '#renderer/lib/paper-links.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Dispatch, DispatchLine } from '#shared/schemas/dispatch.ts'
import { CreditList } from './credit-list.tsx'
import classes from './dispatch.module.css'

export function DispatchesPanel({ record }: PanelProps) {
  const { t } = useText()
  const [asked, ask] = useState<Dispatch | null>(null)
  const query = useQuery(trpc.orders.dispatches.queryOptions({ orderId: record.id }))
  return (
    <QueryState query={query}>
      {(dispatches) => (
        <>
          {dispatches.length === 0 ? <p className="q-quiet">{t('dispatch.panel.empty')}</p> : null}
          {dispatches.map((dispatch) => (
            <DispatchEntry key={dispatch.id} dispatch={dispatch} onReverse={() => ask(dispatch)} />
          ))}
          <CreditList orderId={record.id} />
          {asked ? <ReverseDialog dispatch={asked} onClose={() => ask(null)} /> : null}
        </>
      )}
    </QueryState>
  )
}

function DispatchEntry({ dispatch, onReverse }: { dispatch: Dispatch; onReverse: () => void }) {
  const { t, format, language } = useText()
  const isPosted = dispatch.status === 'posted'
  const heading = dispatch.isReturn ? t('dispatch.panel.cameBack') : t('dispatch.panel.quantity')
  const carrier = nameIn(language, { name: dispatch.carrier, nameZh: dispatch.carrierZh })
  const tracking = dispatch.trackingNumber && t('dispatch.panel.tracking', { number: dispatch.trackingNumber })
  return (
    <section className={classes.entry}>
      <div className={classes.entryHead}>
        <strong>{dispatch.on ?? t('dispatch.panel.noDay')}</strong>
        {isPosted ? null : <StatusBadge>{t('dispatch.statuses.reversed')}</StatusBadge>}
        {dispatch.documentId === null ? null : (
          <Link className="q-link" to="/stock/documents/$id" params={{ id: String(dispatch.documentId) }}>
            {dispatch.documentNumber}
          </Link>
        )}
        <span className="q-quiet">
          {[dispatch.warehouse, carrier, tracking, dispatch.reference].filter(Boolean).join(' · ')}
        </span>
        <span className={classes.push}>
          {dispatch.documentId === null || !isPosted ? null : (
            <NoteLink documentId={dispatch.documentId} isReturn={dispatch.isReturn} />
          )}
          {isPosted && !dispatch.isReturn ? (
            <WriteGate>
              <Button variant="subtle" size="compact-xs" onClick={onReverse}>
                {t('dispatch.panel.reverse')}
              </Button>
            </WriteGate>
          ) : null}
        </span>
      </div>
      <DispatchLines lines={dispatch.lines} heading={heading} />
      {dispatch.cost === null ? null : (
        <p className={classes.detail}>
          {t('dispatch.panel.cost', { amount: format.money(dispatch.cost, dispatch.baseCurrency) })}
        </p>
      )}
      {dispatch.note ? <p className={classes.detail}>{dispatch.note}</p> : null}
    </section>
  )
}

/** The delivery note, or the note of what came back, for the driver and for whom the goods go to. */
function NoteLink({ documentId, isReturn }: { documentId: number; isReturn: boolean }) {
  const { t } = useText()
  const search = { kind: 'goods_note' as const, record: recordText({ kind: 'document', id: documentId }) }
  return (
    <LinkButton variant="subtle" size="compact-xs" to="/papers/new" search={search}>
      {isReturn ? t('dispatch.panel.returnNote') : t('dispatch.panel.note')}
    </LinkButton>
  )
}

function DispatchLines({ lines, heading }: { lines: readonly DispatchLine[]; heading: string }) {
  const { t, format, language } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('dispatch.screen.product')}</th>
            <th scope="col" data-numeric>
              {heading}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={classes.what}>
                {line.sku} <span className="q-quiet">{line.description || nameIn(language, line)}</span>
              </td>
              <td data-numeric>{quantityText(format, line.quantity, line.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReverseDialog({ dispatch, onClose }: { dispatch: Dispatch; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const reversing = useMutation({
    mutationFn: () => client.orders.reverseDispatch.mutate({ dispatchId: dispatch.id }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('dispatch.panel.reversed'), operationId)
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <AskDialog
      title={t('dispatch.panel.reverseSure')}
      text={t('dispatch.panel.reverseText')}
      yes={t('dispatch.panel.reverse')}
      isPending={reversing.isPending}
      onYes={() => reversing.mutate()}
      onClose={onClose}
    />
  )
}
