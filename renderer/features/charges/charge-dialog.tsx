// Writes a charge of a shipment, or changes one: what it should cost, and what was billed.
import { Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { fieldMessage, wholeMessage } from '#renderer/lib/error-message.ts'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { chargeInput, type ShipmentCharge } from '#shared/schemas/charges.ts'
import { chargeKinds } from '#shared/schemas/shipment-words.ts'
import { type ChargeForm, chargeFormOf, newChargeForm, readChargeForm } from './charge-form-values.ts'
import classes from './charges.module.css'

type DialogProps = {
  shipmentId: number
  base: string
  /** Null: a new one. */
  charge: ShipmentCharge | null
  /** Who usually bills: the shipment's carrier. */
  carrier: PickerOption | null
  onClose: () => void
}

export function ChargeDialog(props: DialogProps) {
  const { t } = useText()
  const { charge, base, onClose } = props
  const state = useCharge(props)
  const { form, set, wrong, saving } = state
  return (
    <FormDialog
      title={t(charge === null ? 'charges.add' : 'charges.edit')}
      size={640}
      error={state.isTold ? null : saving.error}
      isPending={saving.isPending}
      onSubmit={state.submit}
      onClose={onClose}
    >
      <div className={classes.fields}>
        <Select
          label={t('charges.fields.kind')}
          data-autofocus
          allowDeselect={false}
          data={chargeKinds.map((kind) => ({ value: kind, label: t(`charges.kinds.${kind}`) }))}
          value={form.kind}
          onChange={(kind) => kind && set({ kind: kind as ChargeForm['kind'] })}
        />
        <PartyPicker
          partyRole="carrier"
          label={t('charges.fields.party')}
          value={form.party}
          onChange={(party) => set({ party })}
        />
      </div>
      <SideFields side="estimate" {...{ form, set, base, wrong }} />
      <SideFields side="actual" {...{ form, set, base, wrong }} />
      <div className={classes.fields}>
        <DayInput
          label={t('charges.fields.billedOn')}
          value={form.billedOn}
          onChange={(billedOn) => set({ billedOn })}
          error={wrong('billedOn')}
        />
        <TextInput
          label={t('charges.fields.reference')}
          value={form.reference}
          onChange={(event) => set({ reference: event.currentTarget.value })}
        />
        <TextInput
          label={t('charges.fields.note')}
          value={form.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
    </FormDialog>
  )
}

type SideProps = {
  side: 'estimate' | 'actual'
  form: ChargeForm
  set: (part: Partial<ChargeForm>) => void
  base: string
  wrong: (field: string) => string | undefined
}

function SideFields({ side, form, set, base, wrong }: SideProps) {
  const { t } = useText()
  const money = form[side]
  const change = (part: Partial<typeof money>) => set({ [side]: { ...money, ...part } })
  return (
    <div className={classes.side}>
      <DecimalInput
        className={classes.grows ?? ''}
        label={t(`charges.fields.${side}`)}
        value={money.amount}
        onChange={(amount) => change({ amount })}
        error={wrong(`${side}.amount`) ?? wrong(side)}
      />
      <CurrencySelect
        w={104}
        label={t('charges.fields.currency')}
        aria-label={t('fields.currencyOf', { label: t(`charges.fields.${side}`) })}
        value={money.currency}
        onChange={(currency) => change({ currency, rate: '' })}
      />
      {money.currency === base ? null : (
        <DecimalInput
          w={180}
          label={t('charges.fields.rate', { from: money.currency, to: base })}
          placeholder={t('charges.fields.tableRate')}
          value={money.rate}
          onChange={(rate) => change({ rate })}
          error={wrong(`${side}.rate`)}
        />
      )}
    </div>
  )
}

function useCharge({ shipmentId, base, charge, carrier, onClose }: DialogProps) {
  const text = useText()
  const { t } = text
  const [form, setForm] = useState(() => (charge ? chargeFormOf(charge, base) : newChargeForm(base, carrier)))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const set = (part: Partial<ChargeForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const saving = useMutation({
    mutationFn: async () => {
      const values = readChargeForm(form)
      if (charge === null)
        return { ...(await client.charges.add.mutate({ shipmentId, charge: values })), tookBack: false }
      const { result, operationId } = await client.charges.edit.mutate({ id: charge.id, charge: values })
      return { operationId, tookBack: result.tookBack }
    },
    onSuccess: ({ operationId, tookBack }) => {
      sayUndoable(text, t(tookBack ? 'charges.savedTookBack' : 'charges.saved'), operationId)
      onClose()
    },
    onError: (error) => {
      const { code, details } = failureOf(error)
      const field = typeof details.field === 'string' ? details.field.replace(/^charge\./, '') : ''
      if (field) setProblems({ [field]: code === 'input/too-many-decimals' ? 'too_fine' : 'invalid' })
    },
  })
  const submit = () => {
    const read = parseFields(chargeInput, readChargeForm(form))
    setProblems(read.ok ? {} : read.problems)
    if (read.ok && !saving.isPending) saving.mutate()
  }
  const wrong = (field: string) => {
    const code = problems[field]
    if (!code) return undefined
    return code === 'too_fine' && saving.error ? wholeMessage(t, saving.error) : fieldMessage(t, code)
  }
  return { form, set, wrong, saving, submit, isTold: Object.keys(problems).length > 0 }
}
