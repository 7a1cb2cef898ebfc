// Samples drawn of a purchase order and what was found in them.
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
import type { Inspection } from '#shared/schemas/inspections.ts'
import { InspectionDialog } from './inspection-dialog.tsx'
import classes from './receiving.module.css'

const tones: Readonly<Record<Inspection['result'], Tone>> = {
  open: 'outline',
  passed: 'good',
  failed: 'bad',
  conditional: 'warn',
}

export function InspectionsPanel({ record }: PanelProps) {
  const { t } = useText()
  // 0 stands for an inspection that is not there yet.
  const [shown, show] = useState<number | null>(null)
  const [asked, ask] = useState<Inspection | null>(null)
  const query = useQuery(trpc.inspections.ofOrder.queryOptions({ orderId: record.id }))
  return (
    <QueryState query={query}>
      {(inspections) => (
        <>
          <div className={classes.panelActions}>
            <WriteGate>
              <Button onClick={() => show(0)}>{t('receiving.inspection.add')}</Button>
            </WriteGate>
          </div>
          {inspections.length === 0 ? (
            <p className="q-quiet">{t('receiving.inspection.empty')}</p>
          ) : (
            <InspectionTable inspections={inspections} onOpen={show} onPapers={ask} />
          )}
          {shown === null ? null : (
            <InspectionDialog
              orderId={record.id}
              inspection={inspections.find(({ id }) => id === shown) ?? null}
              onClose={() => show(null)}
            />
          )}
          {asked ? (
            <PanelsDialog
              title={`${t('receiving.papers')}: ${t(`receiving.inspection.kinds.${asked.kind}`)} ${asked.on}`}
              record={{ kind: 'inspection', id: asked.id }}
              first="attachments"
              onClose={() => ask(null)}
            />
          ) : null}
        </>
      )}
    </QueryState>
  )
}

type TableProps = {
  inspections: readonly Inspection[]
  onOpen: (id: number) => void
  onPapers: (inspection: Inspection) => void
}

function InspectionTable({ inspections, onOpen, onPapers }: TableProps) {
  const { t, format } = useText()
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <TableHead
          heads={[
            t('receiving.inspection.fields.kind'),
            t('receiving.inspection.fields.on'),
            t('receiving.inspection.fields.line'),
            { numeric: t('receiving.inspection.fields.lot') },
            { numeric: t('receiving.inspection.fields.sampleSize') },
            { numeric: t('receiving.inspection.found') },
            t('receiving.inspection.fields.result'),
            '',
          ]}
        />
        <tbody>
          {inspections.map((one) => (
            <tr key={one.id}>
              <td>
                <Button variant="subtle" size="compact-xs" px={0} onClick={() => onOpen(one.id)}>
                  {t(`receiving.inspection.kinds.${one.kind}`)}
                </Button>
              </td>
              <td>{one.on}</td>
              <td>{one.lineSku || <span className="q-quiet">{t('receiving.inspection.wholeOrder')}</span>}</td>
              <td data-numeric>{one.lot === null ? '' : format.number(one.lot)}</td>
              <td data-numeric>{format.number(one.sampleSize ?? one.plan?.sampleSize ?? null)}</td>
              <td data-numeric>{format.number(one.findings.reduce((sum, { pieces }) => sum + pieces, 0))}</td>
              <td>
                <StatusBadge tone={tones[one.result]}>{t(`receiving.inspection.results.${one.result}`)}</StatusBadge>
              </td>
              <td data-numeric>
                <Button
                  variant="subtle"
                  size="compact-xs"
                  aria-label={`${t('receiving.papers')}: ${t(`receiving.inspection.kinds.${one.kind}`)} ${one.on}`}
                  onClick={() => onPapers(one)}
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
