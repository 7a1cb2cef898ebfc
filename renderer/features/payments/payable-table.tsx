// Amounts that are owed, one a row, to be ticked for a payment.
import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { PayableRow } from '#shared/schemas/payments.ts'
import classes from './payments.module.css'

type TableProps = {
  rows: readonly PayableRow[]
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

export function keyOf({ orderId, kind, receiptId, dueOn }: PayableRow): string {
  return `${orderId}-${kind}-${receiptId ?? ''}-${dueOn ?? ''}`
}

export function PayableTable({ rows, chosen, onChoose }: TableProps) {
  const { t } = useText()
  const toggle = (key: string) => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    onChoose(next)
  }
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            '',
            t('payments.payables.dueOn'),
            t('payments.fields.supplier'),
            t('payments.payables.order'),
            t('payments.payables.what'),
            { numeric: t('payments.payables.amount') },
            { numeric: t('payments.payables.openAmount') },
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <Payable key={keyOf(row)} row={row} isChosen={chosen.has(keyOf(row))} onToggle={() => toggle(keyOf(row))} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Payable({ row, isChosen, onToggle }: { row: PayableRow; isChosen: boolean; onToggle: () => void }) {
  const { t, format, language } = useText()
  const what = t(`payments.dueKinds.${row.kind}`)
  const days = row.daysOverdue
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('payments.payables.choose', { order: row.orderNumber, what })}
          checked={isChosen}
          onChange={onToggle}
        />
      </td>
      <td>
        {row.dueOn ?? <span className="q-quiet">{t('payments.noDay')}</span>}{' '}
        {row.isEstimate ? <span className="q-quiet">{t('payments.estimate')}</span> : null}
        {days > 0 ? (
          <StatusBadge tone="bad">
            {t('payments.payables.overdueBy', { count: days, days: format.number(days) })}
          </StatusBadge>
        ) : null}
      </td>
      <td className={classes.what}>
        {row.supplierId === null ? null : (
          <Link className="q-link" to="/suppliers/$id" params={{ id: String(row.supplierId) }}>
            {nameIn(language, { name: row.supplier, nameZh: row.supplierZh })}
          </Link>
        )}
      </td>
      <td className={classes.number}>
        <Link
          className="q-link"
          to="/purchases/$id"
          params={{ id: String(row.orderId) }}
          search={{ panel: 'payments' }}
        >
          {row.orderNumber}
        </Link>
      </td>
      <td>{what}</td>
      <td data-numeric>{format.money(row.amount, row.currency)}</td>
      <td data-numeric>{format.money(row.open, row.currency)}</td>
    </tr>
  )
}
