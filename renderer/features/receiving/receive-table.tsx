// The lines of a receipt: what came, what of it was rejected and why, and how each line then stands.
import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { defectText } from '#renderer/lib/defect-text.ts'
import { fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { moveDown } from '#renderer/ui/move-in-table.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { type LineOutcome, remedies, type ToReceive } from '#shared/schemas/receiving.ts'
import type { ReceiveLine, ReceiveRow } from './receive-form-values.ts'
import classes from './receiving.module.css'
import type { useReceive } from './use-receive.ts'

type TableProps = { order: ToReceive; receive: ReturnType<typeof useReceive> }

export function ReceiveTable({ order, receive }: TableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const lineOf = new Map(order.lines.map((line) => [line.lineId, line]))
  const hasTracked = order.lines.some(({ tracking }) => tracking !== 'none')
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
        <Heads hasTracked={hasTracked} />
        <tbody ref={body} onKeyDown={onEnter}>
          {receive.form.rows.map((row, index) => {
            const line = lineOf.get(row.lineId)
            const isFirst = receive.form.rows.findIndex(({ lineId }) => lineId === row.lineId) === index
            return line ? (
              <Row key={row.key} {...{ order, receive, row, line, isFirst, hasTracked }} number={index + 1} />
            ) : null
          })}
        </tbody>
      </table>
    </div>
  )
}

function Heads({ hasTracked }: { hasTracked: boolean }) {
  const { t } = useText()
  return (
    <thead>
      <tr>
        <th scope="col">{t('receiving.screen.product')}</th>
        <th scope="col" data-numeric>
          {t('receiving.screen.ordered')}
        </th>
        <th scope="col" data-numeric>
          {t('receiving.screen.open')}
        </th>
        <th scope="col" data-numeric>
          {t('receiving.screen.came')}
        </th>
        <th scope="col" data-numeric>
          {t('receiving.screen.rejected')}
        </th>
        <th scope="col">{t('receiving.screen.defect')}</th>
        <th scope="col">{t('receiving.screen.remedy')}</th>
        {hasTracked ? (
          <>
            <th scope="col">{t('receiving.screen.batch')}</th>
            <th scope="col">{t('receiving.screen.expires')}</th>
          </>
        ) : null}
        <td />
      </tr>
    </thead>
  )
}

type RowProps = TableProps & {
  row: ReceiveRow
  line: ReceiveLine
  isFirst: boolean
  hasTracked: boolean
  number: number
}

function Row({ order, receive, row, line, isFirst, hasTracked, number }: RowProps) {
  const { t, format, language } = useText()
  const { change, problems, preview } = receive
  const label = (field: string) => t('receiving.screen.of', { field, number })
  const wrong = (field: string) => {
    const code = problems[`${row.key}.${field}`]
    return code && fieldMessage(t, code)
  }
  const outcome = isFirst ? preview.data?.lines.find(({ lineId }) => lineId === line.lineId) : undefined
  return (
    <tr>
      <td className={classes.what}>
        {isFirst ? (
          <>
            {line.sku} <span className="q-quiet">{line.description || nameIn(language, line)}</span>
          </>
        ) : null}
      </td>
      <td data-numeric className={classes.figure}>
        {isFirst ? quantityText(format, line.ordered, line.unit) : ''}
      </td>
      <td data-numeric className={classes.figure}>
        {isFirst ? format.number(line.open) : ''}
      </td>
      <td>
        <DecimalInput
          w={96}
          ml="auto"
          aria-label={label(t('receiving.screen.came'))}
          value={row.quantity}
          onChange={(quantity) => change(row.key, { quantity })}
          error={wrong('quantity')}
          autoFocus={number === 1}
        />
        <Outcome outcome={outcome} />
      </td>
      <td>
        <DecimalInput
          w={84}
          ml="auto"
          aria-label={label(t('receiving.screen.rejected'))}
          value={row.rejected}
          onChange={(rejected) => change(row.key, { rejected })}
          error={wrong('rejected')}
        />
      </td>
      <RejectFields {...{ order, receive, row, label, wrong }} />
      {hasTracked ? <BatchFields {...{ receive, row, line, label, wrong }} /> : null}
      <td>
        {isFirst && line.tracking !== 'none' ? (
          <ActionIcon aria-label={`${t('receiving.screen.addRow')}: ${line.sku}`} onClick={() => receive.addRow(row)}>
            <IconPlus size={15} stroke={1.5} />
          </ActionIcon>
        ) : null}
        {isFirst ? null : (
          <ActionIcon aria-label={label(t('receiving.screen.removeRow'))} onClick={() => receive.removeRow(row.key)}>
            <IconX size={15} stroke={1.5} />
          </ActionIcon>
        )}
      </td>
    </tr>
  )
}

type FieldProps = {
  receive: TableProps['receive']
  row: ReceiveRow
  label: (field: string) => string
  wrong: (field: string) => string | undefined
}

function RejectFields({ order, receive, row, label, wrong }: FieldProps & { order: ToReceive }) {
  const { t } = useText()
  const hasRejects = row.rejected.trim() !== '' && row.rejected.trim() !== '0'
  return (
    <>
      <td>
        <Select
          w={130}
          disabled={!hasRejects}
          aria-label={label(t('receiving.screen.defect'))}
          placeholder={hasRejects ? t('receiving.screen.choose') : ''}
          data={order.defects.map((defect) => ({ value: defect.key, label: defectText(t, defect) }))}
          value={row.defect || null}
          onChange={(defect) => receive.change(row.key, { defect: defect ?? '' })}
          error={wrong('defect')}
        />
      </td>
      <td>
        <Select
          w={110}
          disabled={!hasRejects}
          allowDeselect={false}
          aria-label={label(t('receiving.screen.remedy'))}
          data={remedies.map((value) => ({ value, label: t(`receiving.remedies.${value}`) }))}
          value={hasRejects ? row.remedy : null}
          onChange={(remedy) => remedy && receive.change(row.key, { remedy: remedy as ReceiveRow['remedy'] })}
        />
      </td>
    </>
  )
}

function BatchFields({ receive, row, line, label, wrong }: FieldProps & { line: ReceiveLine }) {
  const { t } = useText()
  if (line.tracking === 'none') {
    return (
      <>
        <td />
        <td />
      </>
    )
  }
  return (
    <>
      <td>
        <TextInput
          w={120}
          aria-label={label(t('receiving.screen.batch'))}
          value={row.batch}
          onChange={(event) => receive.change(row.key, { batch: event.currentTarget.value })}
          error={wrong('batch')}
        />
      </td>
      <td className={classes.day}>
        <DayInput
          aria-label={label(t('receiving.screen.expires'))}
          value={row.expiresOn}
          onChange={(expiresOn) => receive.change(row.key, { expiresOn })}
          error={wrong('expiresOn')}
        />
      </td>
    </>
  )
}

const tones: Readonly<Record<LineOutcome['state'], Tone>> = {
  complete: 'good',
  short: 'warn',
  over: 'warn',
  beyond: 'bad',
}

function Outcome({ outcome }: { outcome: LineOutcome | undefined }) {
  const { t } = useText()
  if (!outcome) return null
  return (
    <p className={classes.outcome}>
      <StatusBadge tone={tones[outcome.state]}>{t(`receiving.lineStates.${outcome.state}`)}</StatusBadge>
    </p>
  )
}
