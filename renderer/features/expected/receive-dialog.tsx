// What of some goods on order has come in: quantities as ordered stand ready, and become receipts.
import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { numberToText, textToNumber, typedDecimal } from '#renderer/lib/typed-number.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { MoneyInput, type MoneyText } from '#renderer/ui/money-input.tsx'
import type { Day } from '#shared/dates.ts'
import { isDecimal } from '#shared/decimal.ts'
import type { Expected } from '#shared/schemas/expected.ts'
import classes from './expected.module.css'

type ReceiveProps = { ids: readonly number[]; onClose: () => void }

export function ReceiveDialog({ ids, onClose }: ReceiveProps) {
  const { t } = useText()
  const queries = useQueries({ queries: ids.map((id) => trpc.expected.get.queryOptions({ id })) })
  const found = queries.flatMap(({ data }) => data ?? [])
  const open = found.filter(({ status }) => status === 'open')
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={t('expected.receive.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {found.length < ids.length ? <LoadingState /> : <ReceiveForm goods={open} onClose={onClose} />}
    </Modal>
  )
}

type LineForm = { quantity: string; cost: MoneyText; batch: string; expiresOn: string }

function ReceiveForm({ goods, onClose }: { goods: readonly Expected[]; onClose: () => void }) {
  const { t, format } = useText()
  const { baseCurrency } = useBook()
  const today = useToday()
  const [on, setOn] = useState<string>(today)
  const [keepsRest, setKeepsRest] = useState(true)
  const [lines, setLines] = useState<Record<number, LineForm>>(() =>
    Object.fromEntries(
      goods.map(({ id, quantity }) => [
        id,
        {
          quantity: numberToText(quantity, 'quantity'),
          cost: { amount: '', currency: baseCurrency },
          batch: '',
          expiresOn: '',
        },
      ]),
    ),
  )
  const change = (id: number, part: Partial<LineForm>) =>
    setLines((before) => {
      const line = before[id]
      return line ? { ...before, [id]: { ...line, ...part } } : before
    })
  const post = useMutation({
    mutationFn: () =>
      client.expected.receive.mutate({
        on: typedDay(on) as Day,
        keepsRest,
        lines: goods.flatMap(({ id }) => lineOf(id, lines[id])),
      }),
    onSuccess: ({ documents }) => {
      const numbers = documents.map(({ number }) => number).join(', ')
      const count = documents.length
      notifications.show({ message: t('expected.receive.done', { count, formatted: format.number(count), numbers }) })
      onClose()
    },
  })
  const isReady = goods.some(({ id }) => isWritten(lines[id]))
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !post.isPending) post.mutate()
      }}
    >
      <div className={classes.head}>
        <DayInput label={t('expected.receive.on')} value={on} onChange={setOn} />
        <Checkbox
          label={t('expected.receive.restStays')}
          checked={keepsRest}
          onChange={(event) => setKeepsRest(event.currentTarget.checked)}
        />
      </div>
      <ul className={classes.lines}>
        {goods.map((expected) => {
          const line = lines[expected.id]
          return line ? (
            <ReceiveLine
              key={expected.id}
              expected={expected}
              line={line}
              onChange={(part) => change(expected.id, part)}
            />
          ) : null
        })}
      </ul>
      {post.error ? <p role="alert">{errorMessage(t, post.error)}</p> : null}
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={post.isPending} disabled={!isReady}>
          {t('expected.receive.open')}
        </Button>
      </div>
    </form>
  )
}

type LineProps = { expected: Expected; line: LineForm; onChange: (part: Partial<LineForm>) => void }

function ReceiveLine({ expected, line, onChange }: LineProps) {
  const { t, format } = useText()
  const { sku, unit, quantity, tracking } = expected
  return (
    <li className={classes.line}>
      <p className={classes.what}>
        <strong>{sku}</strong>{' '}
        <span className="q-quiet">
          {nameIn(format.language, { name: expected.supplier, nameZh: expected.supplierZh })}
        </span>
      </p>
      <DecimalInput
        label={`${t('expected.receive.quantity')} / ${format.number(quantity)}`}
        unit={unitText(format, unit, quantity)}
        value={line.quantity}
        onChange={(value: string) => onChange({ quantity: value })}
      />
      <MoneyInput
        label={t('expected.receive.unitCost')}
        value={line.cost}
        onChange={(cost: MoneyText) => onChange({ cost })}
      />
      {tracking === 'none' ? null : (
        <>
          <TextInput
            label={t('expected.receive.batch')}
            required
            value={line.batch}
            onChange={(event) => onChange({ batch: event.currentTarget.value })}
          />
          <DayInput
            label={t('expected.receive.expiresOn')}
            value={line.expiresOn}
            onChange={(expiresOn) => onChange({ expiresOn })}
          />
        </>
      )}
    </li>
  )
}

function isWritten(line: LineForm | undefined): boolean {
  const read = line ? textToNumber(line.quantity, 'quantity') : undefined
  return read !== undefined && 'value' in read && read.value !== null && read.value > 0
}

/** Nothing where nothing came. */
function lineOf(id: number, line: LineForm | undefined) {
  if (!line || !isWritten(line)) return []
  const read = textToNumber(line.quantity, 'quantity')
  const quantity = 'value' in read ? (read.value ?? 0) : 0
  const amount = typedDecimal(line.cost.amount)
  const batch = line.batch.trim()
  return [
    {
      id,
      quantity,
      unitCost: isDecimal(amount) ? { amount, currency: line.cost.currency } : null,
      batch: batch === '' ? null : { code: batch, expiresOn: (typedDay(line.expiresOn) || null) as Day | null },
    },
  ]
}
