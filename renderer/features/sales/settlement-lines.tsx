// The lines of a payout as its file tells them, and what each is to us.
import { Checkbox, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import table from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { Settlement, SettlementKind, SettlementLine } from '#shared/schemas/settlements.ts'
import { Pager } from './pager.tsx'
import classes from './sales.module.css'

const atOnce = 50

export function SettlementLines({ settlement }: { settlement: Settlement }) {
  const { t } = useText()
  const [asked, setAsked] = useState({ kind: null as SettlementKind | null, isUnmatched: false, offset: 0 })
  const query = useQuery(
    trpc.settlements.lines.queryOptions(
      { id: settlement.id, ...asked, limit: atOnce },
      { placeholderData: keepPreviousData },
    ),
  )
  return (
    <section>
      <SectionTitle>{t('sales.settlements.linesTitle')}</SectionTitle>
      <div className={classes.panelActions}>
        <Select
          w={200}
          aria-label={t('sales.settlements.kind')}
          placeholder={t('sales.settlements.allKinds')}
          clearable
          data={settlement.sums.map(({ kind }) => ({ value: kind, label: t(`sales.settlements.kinds.${kind}`) }))}
          value={asked.kind}
          onChange={(kind) => setAsked({ ...asked, kind: kind as SettlementKind | null, offset: 0 })}
        />
        <Checkbox
          label={t('sales.settlements.onlyUnmatched')}
          checked={asked.isUnmatched}
          onChange={(event) => setAsked({ ...asked, isUnmatched: event.currentTarget.checked, offset: 0 })}
        />
      </div>
      <QueryState query={query}>
        {({ rows, total }) => (
          <>
            <Rows rows={rows} currency={settlement.currency} />
            <Pager
              offset={asked.offset}
              atOnce={atOnce}
              total={total}
              onChange={(offset) => setAsked({ ...asked, offset })}
            />
          </>
        )}
      </QueryState>
    </section>
  )
}

function Rows({ rows, currency }: { rows: readonly SettlementLine[]; currency: string }) {
  const { t, format } = useText()
  const word = (key: 'position' | 'type' | 'description' | 'order' | 'sku' | 'quantity' | 'postedOn' | 'kind') =>
    t(`sales.settlements.line.${key}`)
  return (
    <div className={classes.tableFrame} style={{ maxWidth: 'none' }}>
      <table className={table.table}>
        <TableHead
          heads={[
            { numeric: word('position') },
            word('postedOn'),
            word('kind'),
            word('type'),
            word('description'),
            word('order'),
            word('sku'),
            { numeric: word('quantity') },
            { numeric: `${t('sales.settlements.line.amount')} ${currency}` },
          ]}
        />
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td data-numeric>{format.number(row.position)}</td>
              <td data-day>{row.postedOn}</td>
              <td>{t(`sales.settlements.kinds.${row.kind}`)}</td>
              <td>{[row.transactionType, row.amountType].filter(Boolean).join(' · ')}</td>
              <td>{row.description}</td>
              <td>
                {row.orderId === null ? (
                  row.externalOrderId
                ) : (
                  <Link className="q-link" to="/orders/$id" params={{ id: String(row.orderId) }}>
                    {row.orderNumber}
                  </Link>
                )}
              </td>
              <td>{row.externalSku}</td>
              <td data-numeric>{row.quantity === null ? '' : format.number(row.quantity)}</td>
              <td data-numeric>{format.amount(row.amount, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
