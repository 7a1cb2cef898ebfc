// The lines of a shipment as it leaves: what it holds, what lies there, what is short, and which batches or pieces go.
import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { LineToSend, ToSend } from '#shared/schemas/shipment-moves.ts'
import type { Chosen, SendValues } from './send-dialog.tsx'
import classes from './shipment-moves.module.css'

type LinesProps = { shipment: ToSend; values: SendValues; set: (part: Partial<SendValues>) => void }

export function SendLines({ shipment, values, set }: LinesProps) {
  const { t } = useText()
  const lines = useLinesAt(shipment, values.warehouseId)
  const hasTracked = lines.some(({ tracking }) => tracking !== 'none')
  const choose = (lineId: number, part: Partial<Chosen>) => {
    const before = values.chosen[lineId] ?? { batchId: '', serials: [] }
    set({ chosen: { ...values.chosen, [lineId]: { ...before, ...part } } })
  }
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('shipments.moves.product')}</th>
            <th scope="col">{t('shipments.moves.order')}</th>
            <th scope="col" data-numeric>
              {t('shipments.moves.inside')}
            </th>
            <th scope="col" data-numeric>
              {t('shipments.moves.onHand')}
            </th>
            {hasTracked ? <th scope="col">{t('shipments.moves.batch')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <tr key={line.lineId}>
              <What line={line} />
              <td>{line.orderNumber}</td>
              <Figures line={line} />
              {hasTracked ? (
                <td>
                  <BatchChoice {...{ line, values, choose }} number={index + 1} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** With what lies in the place that was chosen meanwhile. */
function useLinesAt(shipment: ToSend, chosen: string): readonly LineToSend[] {
  const isOther = chosen !== '' && chosen !== String(shipment.warehouseId ?? '')
  const asked = { id: shipment.id, warehouseId: chosen === '' ? null : Number(chosen) }
  const { data } = useQuery({ ...trpc.shipments.toSend.queryOptions(asked), enabled: isOther })
  return isOther ? (data?.lines ?? shipment.lines.map((line) => ({ ...line, onHand: null }))) : shipment.lines
}

function What({ line }: { line: LineToSend }) {
  const { language } = useText()
  return (
    <td className={classes.what}>
      {line.sku} <span className="q-quiet">{line.description || nameIn(language, line)}</span>
    </td>
  )
}

function Figures({ line }: { line: LineToSend }) {
  const { t, format } = useText()
  const { quantity, open, onHand, unit } = line
  const missing = onHand !== null ? quantity - Math.max(0, onHand) : 0
  const isOver = open !== null && open < quantity
  return (
    <>
      <td data-numeric>
        {quantityText(format, quantity, unit)}{' '}
        {isOver ? (
          <StatusBadge tone="warn">{t('shipments.moves.openOnly', { open: format.number(open) })}</StatusBadge>
        ) : null}
      </td>
      <td data-numeric>
        {onHand !== null ? format.number(onHand) : ''}{' '}
        {missing > 0 ? (
          <StatusBadge tone="bad">{t('shipments.moves.short', { missing: format.number(missing) })}</StatusBadge>
        ) : null}
      </td>
    </>
  )
}

type ChoiceProps = {
  line: LineToSend
  values: SendValues
  choose: (lineId: number, part: Partial<Chosen>) => void
  number: number
}

function BatchChoice({ line, values, choose, number }: ChoiceProps) {
  const { t, format } = useText()
  const isTracked = line.tracking !== 'none' && line.productId !== null
  const options = trpc.stock.levels.queryOptions({ productId: line.productId ?? 0 })
  const { data } = useQuery({ ...options, enabled: isTracked })
  if (!isTracked) return null
  const place = values.warehouseId === '' ? '1' : values.warehouseId
  const lying = (data?.batches ?? []).filter(({ warehouseId, onHand }) => String(warehouseId) === place && onHand > 0)
  const choices = lying.map(({ id, code, onHand, expiresOn }) => ({
    value: String(id),
    label: [code, line.tracking === 'batch' ? format.number(onHand) : '', expiresOn ?? ''].filter(Boolean).join(' · '),
  }))
  const chosen = values.chosen[line.lineId]
  if (line.tracking === 'serial') {
    return (
      <MultiSelect
        w={220}
        searchable
        aria-label={t('shipments.moves.of', { field: t('shipments.moves.serials'), number })}
        data={choices}
        value={chosen?.serials ?? []}
        onChange={(serials) => choose(line.lineId, { serials })}
      />
    )
  }
  return (
    <Select
      w={220}
      aria-label={t('shipments.moves.of', { field: t('shipments.moves.batch'), number })}
      allowDeselect={false}
      data={[{ value: '', label: t('shipments.moves.firstToExpire') }, ...choices]}
      value={chosen?.batchId ?? ''}
      onChange={(batchId) => choose(line.lineId, { batchId: batchId ?? '' })}
    />
  )
}
