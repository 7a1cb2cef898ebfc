// Where a payout and the orders do not agree.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { SettlementDifference } from '#shared/schemas/settlements.ts'
import { Pager } from './pager.tsx'
import classes from './sales.module.css'

const atOnce = 50

export function SettlementDifferences({ id }: { id: number }) {
  const { t } = useText()
  const [offset, setOffset] = useState(0)
  const query = useQuery(
    trpc.settlements.differences.queryOptions({ id, offset, limit: atOnce }, { placeholderData: keepPreviousData }),
  )
  return (
    <section>
      <SectionTitle>{t('sales.settlements.differences.title')}</SectionTitle>
      <QueryState query={query}>
        {({ rows, total }) =>
          total === 0 ? (
            <p className="q-quiet">{t('sales.settlements.differences.none')}</p>
          ) : (
            <>
              <Rows rows={rows} />
              <Pager offset={offset} atOnce={atOnce} total={total} onChange={setOffset} />
            </>
          )
        }
      </QueryState>
    </section>
  )
}

function Rows({ rows }: { rows: readonly SettlementDifference[] }) {
  const { t, format } = useText()
  const word = (key: 'kind' | 'order' | 'expected' | 'paid' | 'difference') => t(`sales.settlements.differences.${key}`)
  const amount = (text: string | null, currency: string) => (text === null ? '–' : format.money(text, currency))
  return (
    <div className={classes.tableFrame}>
      <table className={table.table}>
        <TableHead
          heads={[
            word('kind'),
            word('order'),
            { numeric: word('expected') },
            { numeric: word('paid') },
            { numeric: word('difference') },
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.orderId ?? row.externalOrderId}`}>
              <td>{t(`sales.settlements.differences.${row.kind}`)}</td>
              <td>
                {row.orderId === null ? (
                  row.externalOrderId
                ) : (
                  <Link className="q-link" to="/orders/$id" params={{ id: String(row.orderId) }}>
                    {row.orderNumber}
                  </Link>
                )}
                {row.orderId !== null && !['', row.orderNumber].includes(row.externalOrderId) ? (
                  <span className="q-quiet"> {row.externalOrderId}</span>
                ) : null}
              </td>
              <td data-numeric>{amount(row.expected, row.currency)}</td>
              <td data-numeric>
                {row.kind === 'amount' && row.paid === null
                  ? t('sales.settlements.differences.otherCurrency')
                  : amount(row.paid, row.currency)}
              </td>
              <td data-numeric>{amount(row.difference, row.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
