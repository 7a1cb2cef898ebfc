// What is bought for a sales order, and buying what it still lacks: purchase orders by supplier, linked line to line.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PurchaseLineRow } from '#shared/schemas/purchases.ts'
import { BuyDialog } from './buy-dialog.tsx'
import { PurchaseStatusBadge } from './purchase-status.tsx'
import classes from './purchases.module.css'

export function BoughtForPanel({ record }: PanelProps) {
  const { t } = useText()
  const [isBuying, setBuying] = useState(false)
  const query = useQuery(trpc.purchases.linkedTo.queryOptions({ salesOrderId: record.id }))
  return (
    <>
      <div className={classes.panelActions}>
        <WriteGate>
          <Button onClick={() => setBuying(true)}>{t('purchases.boughtFor.buy')}</Button>
        </WriteGate>
        <WriteGate>
          <LinkButton to="/requests/new" search={{ order: record.id }}>
            {t('purchases.boughtFor.ask')}
          </LinkButton>
        </WriteGate>
      </div>
      <QueryState query={query}>
        {(lines) =>
          lines.length === 0 ? (
            <p className="q-quiet">{t('purchases.boughtFor.empty')}</p>
          ) : (
            <BoughtLines lines={lines} />
          )
        }
      </QueryState>
      {isBuying ? <BuyDialog salesOrderId={record.id} onClose={() => setBuying(false)} /> : null}
    </>
  )
}

function BoughtLines({ lines }: { lines: readonly PurchaseLineRow[] }) {
  const { t, format, language } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('purchases.one'),
            t('purchases.fields.supplier'),
            t('purchases.fields.product'),
            { numeric: t('purchases.fields.quantity') },
            { numeric: t('purchases.fields.received') },
            t('purchases.lines.due'),
          ]}
        />
        <tbody>
          {lines.map((line) => (
            <tr key={line.lineId}>
              <td>
                <Link className="q-link" to="/purchases/$id" params={{ id: String(line.orderId) }}>
                  {line.number}
                </Link>{' '}
                <PurchaseStatusBadge status={line.status} />
              </td>
              <td className={classes.what}>{line.supplier ? nameIn(language, line.supplier) : ''}</td>
              <td>{line.sku}</td>
              <td data-numeric>{quantityText(format, line.quantity, line.unit)}</td>
              <td data-numeric>{format.number(line.received)}</td>
              <td>
                {line.dueOn} {line.isLate ? <StatusBadge tone="bad">{t('purchases.late')}</StatusBadge> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
