// What came in of a purchase order, receipt by receipt; each can be taken back, and its goods sent back to the supplier.
import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { defectText } from '#renderer/lib/defect-text.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PurchaseReceipt, PurchaseReceiptLine } from '#shared/schemas/receiving.ts'
import classes from './receiving.module.css'
import { SendBackDialog } from './send-back-dialog.tsx'

type Asked = { what: 'reverse' | 'sendBack'; receipt: PurchaseReceipt }

export function ReceiptsPanel({ record }: PanelProps) {
  const { t } = useText()
  const [asked, ask] = useState<Asked | null>(null)
  const query = useQuery(trpc.receiving.ofOrder.queryOptions({ orderId: record.id }))
  return (
    <QueryState query={query}>
      {(receipts) => (
        <>
          {receipts.length === 0 ? <p className="q-quiet">{t('receiving.receipts.empty')}</p> : null}
          {receipts.map((receipt) => (
            <Receipt key={receipt.id} receipt={receipt} onAsk={(what) => ask({ what, receipt })} />
          ))}
          {asked?.what === 'reverse' ? <ReverseDialog receipt={asked.receipt} onClose={() => ask(null)} /> : null}
          {asked?.what === 'sendBack' ? <SendBackDialog receipt={asked.receipt} onClose={() => ask(null)} /> : null}
        </>
      )}
    </QueryState>
  )
}

function Receipt({ receipt, onAsk }: { receipt: PurchaseReceipt; onAsk: (what: Asked['what']) => void }) {
  const { t } = useText()
  const isPosted = receipt.status === 'posted'
  const canGoBack = isPosted && receipt.lines.some((line) => line.canGoBack > 0)
  return (
    <section className={classes.receipt}>
      <div className={classes.receiptHead}>
        <strong>{receipt.on ?? t('receiving.receipts.noDay')}</strong>
        {isPosted ? null : <StatusBadge>{t('receiving.statuses.reversed')}</StatusBadge>}
        {receipt.documentId === null ? null : (
          <Link className="q-link" to="/stock/documents/$id" params={{ id: String(receipt.documentId) }}>
            {receipt.documentNumber}
          </Link>
        )}
        <span className="q-quiet">{[receipt.warehouse, receipt.reference].filter(Boolean).join(' · ')}</span>
        {receipt.issueId === null ? null : (
          <span className="q-quiet">{t('receiving.receipts.sentOn', { number: receipt.issueNumber })}</span>
        )}
        {isPosted ? (
          <span className={classes.push}>
            {canGoBack ? (
              <WriteGate>
                <Button variant="subtle" size="compact-xs" onClick={() => onAsk('sendBack')}>
                  {t('receiving.receipts.sendBack')}
                </Button>
              </WriteGate>
            ) : null}
            <WriteGate>
              <Button variant="subtle" size="compact-xs" onClick={() => onAsk('reverse')}>
                {t('receiving.receipts.reverse')}
              </Button>
            </WriteGate>
          </span>
        ) : null}
      </div>
      <ReceiptLines lines={receipt.lines} />
      {receipt.note ? <p className={classes.detail}>{receipt.note}</p> : null}
    </section>
  )
}

function ReceiptLines({ lines }: { lines: readonly PurchaseReceiptLine[] }) {
  const { t, format, language } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('receiving.screen.product'),
            { numeric: t('receiving.fields.quantity') },
            { numeric: t('receiving.fields.accepted') },
            { numeric: t('receiving.fields.rejected') },
            t('receiving.fields.defect'),
            { numeric: t('receiving.fields.sentBack') },
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td className={classes.what}>
                {line.sku} <span className="q-quiet">{line.description || nameIn(language, line)}</span>
                {line.batch ? <span className="q-quiet"> · {line.batch}</span> : null}
              </td>
              <td data-numeric>{quantityText(format, line.quantity, line.unit)}</td>
              <td data-numeric>{format.number(line.accepted)}</td>
              <td data-numeric>{line.rejected === 0 ? '' : format.number(line.rejected)}</td>
              <td>
                {line.defect ? defectText(t, { key: line.defect, title: '' }) : ''}
                {line.remedy ? <span className="q-quiet"> · {t(`receiving.remedies.${line.remedy}`)}</span> : null}
              </td>
              <td data-numeric>{line.sentBack === 0 ? '' : format.number(line.sentBack)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ReverseDialog({ receipt, onClose }: { receipt: PurchaseReceipt; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const reversing = useMutation({
    mutationFn: () => client.receiving.reverse.mutate({ receiptId: receipt.id, note: '' }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('receiving.receipts.reversed'), operationId)
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <AskDialog
      title={t('receiving.receipts.reverseSure')}
      text={t('receiving.receipts.reverseText')}
      yes={t('receiving.receipts.reverse')}
      isPending={reversing.isPending}
      onYes={() => reversing.mutate()}
      onClose={onClose}
    />
  )
}
