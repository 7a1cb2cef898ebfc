// What is held against the supplier over a purchase order, or against the carrier over a shipment.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { PanelsDialog } from '#renderer/ui/record-panels/own-panels.tsx'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ClaimRow } from '#shared/schemas/claims.ts'
import { ClaimDialog } from './claim-dialog.tsx'
import classes from './receiving.module.css'

const tones: Readonly<Record<ClaimRow['status'], Tone>> = {
  open: 'warn',
  settled: 'good',
  refused: 'bad',
  dropped: 'neutral',
}

export function ClaimsPanel({ record }: PanelProps) {
  const { t } = useText()
  // 0 stands for a claim that is not there yet.
  const [shown, show] = useState<number | null>(null)
  const [asked, ask] = useState<ClaimRow | null>(null)
  const isShipment = record.kind === 'shipment'
  const over = { orderId: isShipment ? null : record.id, shipmentId: isShipment ? record.id : null }
  const query = useQuery(trpc.claims.list.queryOptions(over))
  return (
    <QueryState query={query}>
      {(claims) => (
        <>
          <div className={classes.panelActions}>
            <WriteGate>
              <Button onClick={() => show(0)}>{t('receiving.claim.add')}</Button>
            </WriteGate>
          </div>
          {claims.length === 0 ? (
            <p className="q-quiet">{t(isShipment ? 'receiving.claim.emptyShipment' : 'receiving.claim.empty')}</p>
          ) : (
            <ClaimTable claims={claims} onOpen={show} onPapers={ask} />
          )}
          {shown === null ? null : (
            <ClaimDialog over={over} claim={claims.find(({ id }) => id === shown) ?? null} onClose={() => show(null)} />
          )}
          {asked ? (
            <PanelsDialog
              title={`${t('receiving.papers')}: ${asked.number}`}
              record={{ kind: 'claim', id: asked.id }}
              onClose={() => ask(null)}
            />
          ) : null}
        </>
      )}
    </QueryState>
  )
}

type TableProps = {
  claims: readonly ClaimRow[]
  onOpen: (id: number) => void
  onPapers: (claim: ClaimRow) => void
}

function ClaimTable({ claims, onOpen, onPapers }: TableProps) {
  const { t, format } = useText()
  const money = (amount: string | null, currency: string) => (amount === null ? '' : format.money(amount, currency))
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('receiving.claim.fields.number'),
            t('receiving.claim.fields.kind'),
            t('receiving.claim.fields.openedOn'),
            t('receiving.claim.fields.status'),
            { numeric: t('receiving.claim.fields.claimed') },
            { numeric: t('receiving.claim.fields.settled') },
            t('receiving.claim.fields.text'),
            '',
          ]}
        />
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <td>
                <Button variant="subtle" size="compact-xs" px={0} onClick={() => onOpen(claim.id)}>
                  {claim.number}
                </Button>
              </td>
              <td>{t(`receiving.claim.kinds.${claim.kind}`)}</td>
              <td>{claim.openedOn}</td>
              <td>
                <StatusBadge tone={tones[claim.status]}>{t(`receiving.claim.statuses.${claim.status}`)}</StatusBadge>
              </td>
              <td data-numeric>{money(claim.claimed, claim.currency)}</td>
              <td data-numeric>{money(claim.settled, claim.currency)}</td>
              <td className={classes.what}>{claim.text}</td>
              <td data-numeric>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={`${t('receiving.papers')}: ${claim.number}`}
                  onClick={() => onPapers(claim)}
                >
                  {t('receiving.papers')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
