// The packing of a shipment on its page: what is not packed yet, what the cartons come to, and the papers that go with them.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { recordText } from '#renderer/lib/paper-links.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { PackingLine } from '#shared/schemas/packing.ts'
import classes from './packing.module.css'
import { PackingSums } from './packing-sums.tsx'

export function PackingPanel({ record }: PanelProps) {
  const query = useQuery(trpc.packing.ofShipment.queryOptions({ shipmentId: record.id }))
  return (
    <QueryState query={query}>
      {({ lines, totals }) => (
        <div className={classes.section}>
          <Actions record={record} hasCartons={totals.pieces > 0} />
          <Left lines={lines} hasCartons={totals.pieces > 0} />
          {totals.pieces > 0 ? <PackingSums totals={totals} /> : null}
        </div>
      )}
    </QueryState>
  )
}

const papers = [
  ['packing_list', 'packing.panel.packingList'],
  ['carton_labels', 'packing.panel.labels'],
  ['shipping_marks', 'packing.panel.marks'],
] as const

function Actions({ record, hasCartons }: PanelProps & { hasCartons: boolean }) {
  const { t } = useText()
  const { data: shipment } = useQuery(trpc.shipments.get.queryOptions({ id: record.id }))
  const canPack = shipment?.verbs.includes('edit') ?? false
  const toPick = shipment?.status === 'draft' || shipment?.status === 'packed'
  const paper = (kind: string) => ({ kind, record: recordText(record) }) as never
  return (
    <div className={classes.bar}>
      {canPack ? (
        <WriteGate>
          <LinkButton to="/shipments/$id/pack" params={{ id: String(record.id) }}>
            {t(hasCartons ? 'packing.panel.change' : 'packing.panel.edit')}
          </LinkButton>
        </WriteGate>
      ) : null}
      {toPick ? (
        <LinkButton variant="subtle" to="/papers/new" search={paper('picking_list')}>
          {t('packing.panel.picking')}
        </LinkButton>
      ) : null}
      {hasCartons
        ? papers.map(([kind, name]) => (
            <LinkButton key={kind} variant="subtle" to="/papers/new" search={paper(kind)}>
              {t(name)}
            </LinkButton>
          ))
        : null}
    </div>
  )
}

function Left({ lines, hasCartons }: { lines: readonly PackingLine[]; hasCartons: boolean }) {
  const { t, format } = useText()
  if (!hasCartons) return <p className="q-quiet">{t('packing.panel.empty')}</p>
  const left = lines.filter((line) => line.left > 0)
  if (left.length === 0) return <p className="q-quiet">{t('packing.lines.allPacked')}</p>
  const named = left
    .slice(0, 5)
    .map(
      ({ sku, description, left: quantity, unit }) => `${sku || description}: ${quantityText(format, quantity, unit)}`,
    )
  return (
    <Notice
      tone="warn"
      title={t('packing.lines.leftCount', { count: left.length, formatted: format.number(left.length) })}
    >
      {named.join(', ')}
      {left.length > named.length
        ? ` ${t('packing.files.andMore', { formatted: format.number(left.length - named.length) })}`
        : ''}
    </Notice>
  )
}
