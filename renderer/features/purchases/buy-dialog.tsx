// Buys what a sales order lacks: each line with what is missing, from whom, and how many; becomes drafts by supplier.
import { Button, Checkbox, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { numberToText, textToNumber } from '#renderer/lib/typed-number.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { BuyPlan, BuyPlanLine } from '#shared/schemas/purchases.ts'
import { madeText } from './made-text.ts'
import classes from './purchases.module.css'

type BuyProps = { salesOrderId: number; onClose: () => void }

export function BuyDialog({ salesOrderId, onClose }: BuyProps) {
  const { t } = useText()
  const query = useQuery({ ...trpc.purchases.buyPlan.queryOptions({ salesOrderId }), refetchOnMount: 'always' })
  // An answer kept from before the last order would have the same goods bought twice.
  const { data, error, refetch, isFetchedAfterMount } = query
  const fresh = { data: isFetchedAfterMount ? data : undefined, error, refetch }
  return (
    <Modal
      opened
      onClose={onClose}
      size={980}
      title={t('purchases.boughtFor.dialog', { number: data?.number ?? '' })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <QueryState query={fresh}>{(plan) => <BuyForm plan={plan} onClose={onClose} />}</QueryState>
    </Modal>
  )
}

type Entry = { isChosen: boolean; quantity: string; supplier: PickerOption | null }

function BuyForm({ plan, onClose }: { plan: BuyPlan; onClose: () => void }) {
  const { t } = useText()
  const { entries, change, chosen, buying } = useBuying(plan, onClose)
  const isCovered = plan.lines.every(({ short }) => short <= 0)
  return (
    <form
      className={classes.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0 && !buying.isPending) buying.mutate()
      }}
    >
      {isCovered ? <Notice>{t('purchases.boughtFor.none')}</Notice> : null}
      <div className={classes.tableFrame}>
        <table className={`${classes.table} ${classes.edit}`}>
          <BuyHeads />
          <tbody>
            {plan.lines.map((line) => {
              const entry = entries[line.lineId]
              return entry ? (
                <BuyRow key={line.lineId} line={line} entry={entry} onChange={(part) => change(line.lineId, part)} />
              ) : null
            })}
          </tbody>
        </table>
      </div>
      {buying.error ? <Notice tone="bad">{errorMessage(t, buying.error)}</Notice> : null}
      <div className={classes.dialogActions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={buying.isPending} disabled={chosen.length === 0}>
          {t('purchases.boughtFor.make')}
        </Button>
      </div>
    </form>
  )
}

function BuyHeads() {
  const { t } = useText()
  const numeric = ['ordered', 'fromStock', 'bought', 'short'] as const
  return (
    <thead>
      <tr>
        <th scope="col">{t('purchases.fields.product')}</th>
        {numeric.map((key) => (
          <th key={key} scope="col" data-numeric>
            {t(`purchases.boughtFor.${key}`)}
          </th>
        ))}
        <th scope="col">{t('purchases.boughtFor.quantity')}</th>
        <th scope="col">{t('purchases.boughtFor.supplier')}</th>
      </tr>
    </thead>
  )
}

function BuyRow({
  line,
  entry,
  onChange,
}: {
  line: BuyPlanLine
  entry: Entry
  onChange: (part: Partial<Entry>) => void
}) {
  const { t, format, language } = useText()
  const name = line.sku || nameIn(language, line)
  const cannot = line.skip === 'no-product' || line.skip === 'kit'
  return (
    <tr>
      <td className={classes.what}>
        <Checkbox
          label={name}
          checked={entry.isChosen}
          disabled={cannot}
          onChange={(event) => onChange({ isChosen: event.currentTarget.checked })}
        />
        {line.skip ? <p className={classes.hint}>{t(`purchases.boughtFor.skip.${line.skip}`)}</p> : null}
      </td>
      <td data-numeric>{quantityText(format, line.ordered, line.unit)}</td>
      <td data-numeric>{format.number(line.fromStock)}</td>
      <td data-numeric>{format.number(line.bought)}</td>
      <td data-numeric>{format.number(line.short)}</td>
      <td>
        <DecimalInput
          w={96}
          aria-label={`${t('purchases.boughtFor.quantity')}: ${name}`}
          disabled={!entry.isChosen}
          value={entry.quantity}
          onChange={(quantity) => onChange({ quantity })}
        />
      </td>
      <td className={classes.what}>
        <PartyPicker
          partyRole="supplier"
          miw={160}
          aria-label={`${t('purchases.boughtFor.supplier')}: ${name}`}
          placeholder={t('purchases.boughtFor.noSupplier')}
          disabled={!entry.isChosen}
          value={entry.supplier}
          onChange={(supplier) => onChange({ supplier })}
        />
      </td>
    </tr>
  )
}

function useBuying(plan: BuyPlan, onClose: () => void) {
  const text = useText()
  const navigate = useNavigate()
  const [entries, setEntries] = useState<Record<number, Entry>>(() =>
    Object.fromEntries(plan.lines.map((line) => [line.lineId, entryOf(line, text.language)])),
  )
  const change = (id: number, part: Partial<Entry>) =>
    setEntries((before) => {
      const entry = before[id]
      return entry ? { ...before, [id]: { ...entry, ...part } } : before
    })
  const chosen = plan.lines.flatMap(({ lineId }) => {
    const entry = entries[lineId]
    const read = entry?.isChosen ? textToNumber(entry.quantity, 'quantity') : undefined
    if (!entry || !read || !('value' in read) || read.value === null || read.value <= 0) return []
    return [{ lineId, quantity: read.value, supplierId: entry.supplier?.id ?? null }]
  })
  const buying = useMutation({
    mutationFn: () =>
      client.purchases.fromSalesOrder.mutate({ salesOrderId: plan.salesOrderId, scope: 'all', lines: chosen }),
    onSuccess: ({ result, operationId }) => {
      sayUndoable(text, madeText(text, result), operationId)
      onClose()
      const only = result.orders.length === 1 ? result.orders[0] : undefined
      if (only) navigate({ to: '/purchases/$id', params: { id: String(only.id) } })
    },
  })
  return { entries, change, chosen, buying }
}

function entryOf(line: BuyPlanLine, language: 'en' | 'zh-CN'): Entry {
  return {
    isChosen: line.short > 0 && line.skip === null,
    quantity: line.short > 0 ? numberToText(line.short, 'quantity') : '',
    supplier: line.supplier && { id: line.supplier.id, name: nameIn(language, line.supplier) },
  }
}
