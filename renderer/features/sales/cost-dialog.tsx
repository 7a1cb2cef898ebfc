// Writes a cost of selling, or changes one: of an order, or a dated charge of a channel or a product.
import { Autocomplete, Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { fieldMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { Picker } from '#renderer/ui/picker.tsx'
import { ProductPicker } from '#renderer/ui/product-picker.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { salesCostInput, salesCostKinds } from '#shared/schemas/sales-costs.ts'
import { type CostForm, costFormOf, newCostForm, readCostForm } from './cost-form-values.ts'
import classes from './sales.module.css'

type DialogProps = {
  /** The order that a new one belongs to. */
  orderId?: number | null
  /** Null: a new one. */
  costId: number | null
  onClose: () => void
}

export function CostDialog({ orderId = null, costId, onClose }: DialogProps) {
  const { t } = useText()
  const today = useToday()
  const { baseCurrency } = useBook()
  const known = useQuery({ ...trpc.salesCosts.get.queryOptions({ id: costId ?? 0 }), enabled: costId !== null })
  const order = useQuery({
    ...trpc.orders.get.queryOptions({ id: orderId ?? 0 }),
    enabled: costId === null && orderId !== null,
  })
  const needs = costId === null ? (orderId === null ? null : order) : known
  const start = () => {
    if (known.data) return costFormOf(known.data)
    const named = order.data ? { id: order.data.id, name: order.data.number } : null
    return newCostForm(today, order.data?.currency ?? baseCurrency, named)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={640}
      title={t(costId === null ? 'sales.costs.add' : 'sales.costs.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {needs === null ? (
        <CostFields start={start} costId={null} onClose={onClose} />
      ) : (
        <QueryState query={needs as typeof known}>
          {() => <CostFields start={start} costId={costId} seen={known.data?.revision} onClose={onClose} />}
        </QueryState>
      )}
    </Modal>
  )
}

type FieldsProps = { start: () => CostForm; costId: number | null; seen?: string | undefined; onClose: () => void }

function CostFields({ start, costId, seen, onClose }: FieldsProps) {
  const { t, language } = useText()
  const { baseCurrency } = useBook()
  const state = useCost({ start, costId, seen, onClose })
  const { form, set, wrong } = state
  return (
    <form
      className={classes.dialog}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        state.submit()
      }}
    >
      <div className={classes.fields}>
        <DayInput
          label={t('sales.costs.fields.on')}
          required
          value={form.on}
          onChange={(on) => set({ on })}
          error={wrong('on')}
          data-autofocus
        />
        <Select
          label={t('sales.costs.fields.kind')}
          allowDeselect={false}
          data={salesCostKinds.map((kind) => ({ value: kind, label: t(`sales.kinds.${kind}`) }))}
          value={form.kind}
          onChange={(kind) => kind && set({ kind: kind as CostForm['kind'] })}
        />
        <DecimalInput
          label={t('sales.costs.fields.amount')}
          description={t('sales.costs.amountHint')}
          required
          unit={form.currency}
          value={form.amount}
          onChange={(amount) => set({ amount })}
          error={wrong('amount')}
        />
        <CurrencySelect
          label={t('sales.costs.fields.currency')}
          value={form.currency}
          onChange={(currency) => set({ currency, rate: '' })}
          error={wrong('currency')}
        />
        {form.currency === baseCurrency ? null : (
          <DecimalInput
            label={t('sales.settlements.rate', { from: form.currency, to: baseCurrency })}
            value={form.rate}
            onChange={(rate) => set({ rate })}
            error={wrong('rate')}
          />
        )}
        <Picker
          label={t('sales.costs.fields.order')}
          value={form.order}
          onChange={(order) => set({ order })}
          suggest={(text) => suggestRecords({ kinds: ['order'] }, text, { t, language })}
          source={['search', 'order', language]}
        />
        <ChannelField form={form} set={set} error={wrong('channel')} />
        <ProductPicker
          label={t('sales.costs.fields.product')}
          value={form.product}
          onChange={(product) => set({ product })}
        />
        <PartyPicker
          partyRole="supplier"
          label={t('sales.costs.fields.party')}
          value={form.party}
          onChange={(party) => set({ party })}
        />
        <TextInput
          label={t('sales.costs.fields.reference')}
          value={form.reference}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
        <TextInput
          label={t('sales.costs.fields.note')}
          value={form.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
      <Checkbox
        label={t('sales.costs.fields.isEstimate')}
        checked={form.isEstimate}
        onChange={(event) => set({ isEstimate: event.currentTarget.checked })}
      />
      {state.saving.error ? <Notice tone="bad">{wholeMessage(t, state.saving.error)}</Notice> : null}
      <div className={classes.footer}>
        {costId === null ? null : (
          <Button mr="auto" loading={state.removing.isPending} onClick={() => state.removing.mutate()}>
            {t('sales.costs.remove')}
          </Button>
        )}
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled" loading={state.saving.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

type ChannelFieldProps = { form: CostForm; set: (part: Partial<CostForm>) => void; error: React.ReactNode }

function ChannelField({ form, set, error }: ChannelFieldProps) {
  const { t } = useText()
  const { data = [] } = useQuery(trpc.channels.list.queryOptions({ archived: false }))
  return (
    <Autocomplete
      label={t('sales.costs.fields.channel')}
      description={form.order === null ? undefined : t('sales.costs.channelHint')}
      disabled={form.order !== null}
      data={data.map(({ code }) => code)}
      value={form.order === null ? form.channel : ''}
      onChange={(channel) => set({ channel })}
      error={error}
    />
  )
}

function useCost({ start, costId, seen, onClose }: FieldsProps) {
  const text = useText()
  const { t } = text
  const [form, setForm] = useState(start)
  const [problems, setProblems] = useState<Record<string, string>>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cost begins anew
  useEffect(() => setForm(start()), [costId])
  const set = (part: Partial<CostForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const saving = useMutation({
    mutationFn: async () => {
      const cost = readCostForm(form)
      if (costId === null) await client.salesCosts.add.mutate(cost)
      else await client.salesCosts.edit.mutate({ id: costId, seen, cost })
    },
    onSuccess: onClose,
  })
  const removing = useMutation({
    mutationFn: () => client.salesCosts.remove.mutate({ ids: [costId ?? 0] }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('sales.costs.removed'), operationId)
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  const submit = () => {
    const read = parseFields(salesCostInput, readCostForm(form))
    setProblems(read.ok ? {} : read.problems)
    if (read.ok && !saving.isPending) saving.mutate()
  }
  const wrong = (field: string) => problems[field] && fieldMessage(t, problems[field])
  return { form, set, wrong, saving, removing, submit }
}
