// The lines of a dispatch: what leaves now, of which batch or pieces, and what lies where it leaves from.
import { MultiSelect, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { textToNumber } from '#renderer/lib/typed-number.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { moveDown } from '#renderer/ui/move-in-table.ts'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import type { ToDispatch, ToDispatchLine } from '#shared/schemas/dispatch.ts'
import classes from './dispatch.module.css'
import type { DispatchRow } from './dispatch-form-values.ts'
import type { useDispatch } from './use-dispatch.ts'

type TableProps = { order: ToDispatch; dispatch: ReturnType<typeof useDispatch> }

export function DispatchTable({ order, dispatch }: TableProps) {
  const { t } = useText()
  const body = useRef<HTMLTableSectionElement>(null)
  const lines = useLinesAt(order, dispatch.form.warehouseId)
  const hasTracked = lines.some(({ tracking }) => tracking !== 'none')
  const onEnter = (event: KeyboardEvent) => {
    const isField = event.target instanceof HTMLInputElement && event.target.getAttribute('aria-expanded') !== 'true'
    if (event.key !== 'Enter' || !isField || event.defaultPrevented || event.ctrlKey || event.metaKey) return
    // Enter goes on to the next line; posting is asked for by its own key.
    event.preventDefault()
    moveDown(body.current, event.target)
  }
  return (
    <div className={classes.tableFrame}>
      <table className={`${classes.table} ${classes.edit}`}>
        <thead>
          <tr>
            <th scope="col">{t('dispatch.screen.product')}</th>
            <th scope="col" data-numeric>
              {t('dispatch.screen.ordered')}
            </th>
            <th scope="col" data-numeric>
              {t('dispatch.screen.sent')}
            </th>
            <th scope="col" data-numeric>
              {t('dispatch.screen.onHand')}
            </th>
            <th scope="col" data-numeric>
              {t('dispatch.screen.toSend')}
            </th>
            {hasTracked ? <th scope="col">{t('dispatch.screen.batch')}</th> : null}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onEnter}>
          {dispatch.form.rows.map((row, index) => {
            const line = lines.find(({ lineId }) => lineId === row.lineId)
            return line ? <Row key={row.lineId} {...{ row, line, dispatch, hasTracked }} number={index + 1} /> : null
          })}
        </tbody>
      </table>
    </div>
  )
}

/** With what lies in the place that was chosen meanwhile. */
function useLinesAt(order: ToDispatch, warehouseId: string): readonly ToDispatchLine[] {
  const isOther = Number(warehouseId) !== order.warehouseId
  const asked = { orderId: order.orderId, warehouseId: Number(warehouseId) }
  const { data } = useQuery({ ...trpc.orders.toDispatch.queryOptions(asked), enabled: isOther })
  return isOther ? (data?.lines ?? order.lines.map((line) => ({ ...line, onHand: null }))) : order.lines
}

type RowProps = {
  row: DispatchRow
  line: ToDispatchLine
  dispatch: TableProps['dispatch']
  hasTracked: boolean
  number: number
}

function Row({ row, line, dispatch, hasTracked, number }: RowProps) {
  const { t, format, language } = useText()
  const problem = dispatch.problems[`${row.lineId}.quantity`]
  return (
    <tr>
      <td className={classes.what}>
        {line.sku} <span className="q-quiet">{line.description || nameIn(language, line)}</span>
      </td>
      <td data-numeric className={classes.figure}>
        {quantityText(format, line.ordered - line.cancelled, line.unit)}
      </td>
      <td data-numeric className={classes.figure}>
        {format.number(line.sent)}
      </td>
      <td data-numeric className={classes.figure}>
        {line.onHand === null ? '' : format.number(line.onHand)}
      </td>
      <td>
        <DecimalInput
          w={110}
          ml="auto"
          aria-label={t('dispatch.screen.of', { field: t('dispatch.screen.toSend'), number })}
          value={row.quantity}
          onChange={(quantity) => dispatch.change(row.lineId, { quantity })}
          error={problem && fieldMessage(t, problem)}
          disabled={line.open === 0}
          autoFocus={number === 1}
        />
        <Short row={row} line={line} />
      </td>
      {hasTracked ? (
        <td>
          <BatchChoice {...{ row, line, dispatch, number }} />
        </td>
      ) : null}
    </tr>
  )
}

/** Of a whole line; what several lines want of one product together, the preview says. */
function Short({ row, line }: Pick<RowProps, 'row' | 'line'>) {
  const { t, format } = useText()
  const read = textToNumber(row.quantity, 'quantity')
  const asked = 'value' in read ? (read.value ?? 0) : 0
  if (line.onHand === null || asked <= line.onHand) return null
  const missing = format.number(asked - Math.max(0, line.onHand))
  return (
    <p className={classes.short}>
      <StatusBadge tone="bad">{t('dispatch.screen.short', { missing })}</StatusBadge>
    </p>
  )
}

function BatchChoice({ row, line, dispatch, number }: Omit<RowProps, 'hasTracked'>) {
  const { t, format } = useText()
  const isTracked = line.tracking !== 'none' && line.productId !== null
  const options = trpc.stock.levels.queryOptions({ productId: line.productId ?? 0 })
  const { data } = useQuery({ ...options, enabled: isTracked })
  if (!isTracked) return null
  const lying = (data?.batches ?? []).filter(
    ({ warehouseId, onHand }) => String(warehouseId) === dispatch.form.warehouseId && onHand > 0,
  )
  const choices = lying.map(({ id, code, onHand, expiresOn }) => ({
    value: String(id),
    label: [code, line.tracking === 'batch' ? format.number(onHand) : '', expiresOn ?? ''].filter(Boolean).join(' · '),
  }))
  if (line.tracking === 'serial') {
    return (
      <MultiSelect
        w={220}
        searchable
        aria-label={t('dispatch.screen.of', { field: t('dispatch.screen.serials'), number })}
        placeholder={row.serials.length === 0 ? t('dispatch.screen.choosePieces') : ''}
        data={choices}
        value={row.serials}
        onChange={(serials) => dispatch.change(row.lineId, { serials })}
      />
    )
  }
  return (
    <Select
      w={220}
      aria-label={t('dispatch.screen.of', { field: t('dispatch.screen.batch'), number })}
      allowDeselect={false}
      data={[{ value: '', label: t('dispatch.screen.firstToExpire') }, ...choices]}
      value={row.batchId}
      onChange={(batchId) => dispatch.change(row.lineId, { batchId: batchId ?? '' })}
    />
  )
}
