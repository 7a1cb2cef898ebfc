// Writes an entry at customs of a shipment, or changes one. Its lines are proposed from the goods on request.
import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { fieldMessages } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import {
  type CustomsEntry,
  type CustomsEntryInput,
  customsDirections,
  customsStatuses,
} from '#shared/schemas/shipment-customs.ts'
import type { Shipment } from '#shared/schemas/shipments.ts'
import { type CustomsForm, customsLineForm, customsToForm, newCustomsForm, readCustomsForm } from './customs-form.ts'
import { CustomsLinesField } from './customs-lines-field.tsx'
import classes from './shipments.module.css'

type DialogProps = { shipment: Shipment; entry: CustomsEntry | null; onClose: () => void }

export function CustomsDialog(props: DialogProps) {
  const { t } = useText()
  const { entry, onClose } = props
  const { form, set, problems, submit, saving, propose } = useCustoms(props)
  return (
    <FormDialog
      title={entry ? t('shipments.customs.editTitle', { number: entry.declarationNumber }) : t('shipments.customs.new')}
      size={1040}
      error={saving.error ?? propose.error}
      isPending={saving.isPending}
      onSubmit={submit}
      onClose={onClose}
      remove={entry && { label: t('shipments.customs.remove'), run: () => saving.mutate(null), isPending: false }}
    >
      <EntryFields form={form} set={set} problems={problems} />
      <CustomsLinesField form={form} set={set} problems={problems}>
        <Button onClick={() => propose.mutate()} loading={propose.isPending}>
          {t('shipments.customs.propose')}
        </Button>
      </CustomsLinesField>
    </FormDialog>
  )
}

export type CustomsFieldProps = {
  form: CustomsForm
  set: (part: Partial<CustomsForm>) => void
  problems: Readonly<Record<string, string>>
}

function EntryFields({ form, set, problems }: CustomsFieldProps) {
  const { t } = useText()
  return (
    <div className={classes.fields}>
      <Select
        label={t('shipments.fields.direction')}
        allowDeselect={false}
        data-autofocus
        data={customsDirections.map((value) => ({ value, label: t(`shipments.customsDirections.${value}`) }))}
        value={form.direction}
        onChange={(direction) => direction && set({ direction: direction as CustomsForm['direction'] })}
      />
      <CountrySelect
        label={t('shipments.fields.country')}
        value={form.country}
        onChange={(country) => set({ country })}
      />
      <TextInput
        label={t('shipments.fields.declarationNumber')}
        value={form.declarationNumber}
        onChange={(event) => set({ declarationNumber: event.currentTarget.value })}
      />
      <DayInput
        label={t('shipments.fields.declaredOn')}
        value={form.declaredOn}
        error={problems.declaredOn}
        onChange={(declaredOn) => set({ declaredOn })}
      />
      <Select
        label={t('shipments.fields.customsStatus')}
        allowDeselect={false}
        data={customsStatuses.map((value) => ({ value, label: t(`shipments.customsStatuses.${value}`) }))}
        value={form.status}
        onChange={(status) => status && set({ status: status as CustomsForm['status'] })}
      />
      <DayInput
        label={t('shipments.fields.customsStatusOn')}
        value={form.statusOn}
        error={problems.statusOn}
        onChange={(statusOn) => set({ statusOn })}
      />
      <PartyPicker
        partyRole="forwarder"
        label={t('shipments.fields.broker')}
        value={form.broker}
        onChange={(broker) => set({ broker })}
      />
      <CurrencySelect
        label={t('shipments.fields.currency')}
        value={form.currency}
        error={problems.currency}
        onChange={(currency) => set({ currency })}
      />
      <DecimalInput
        label={t('shipments.fields.duty')}
        unit={form.currency}
        value={form.duty}
        error={problems.duty}
        onChange={(duty) => set({ duty })}
      />
      <DecimalInput
        label={t('shipments.fields.tax')}
        unit={form.currency}
        value={form.tax}
        error={problems.tax}
        onChange={(tax) => set({ tax })}
      />
      <Textarea
        label={t('shipments.fields.note')}
        autosize
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </div>
  )
}

function useCustoms({ shipment, entry, onClose }: DialogProps) {
  const text = useText()
  const { t, language } = text
  const [form, setForm] = useState(() =>
    entry ? customsToForm(entry, language) : newCustomsForm('export', shipment.fromCountry),
  )
  const [seen] = useState(shipment.customsRevision)
  const [problems, setProblems] = useState<Record<string, string>>({})
  const set = (part: Partial<CustomsForm>) => setForm((before) => ({ ...before, ...part }))
  const saving = useMutation({
    mutationFn: (now: CustomsEntryInput | null) =>
      client.shipments.setCustoms.mutate({ id: shipment.id, seen, customs: withEntry(shipment.customs, entry, now) }),
    onSuccess: ({ operationId }, now) => {
      sayUndoable(text, t(now ? 'shipments.done.customs' : 'shipments.done.customsGone'), operationId)
      onClose()
    },
  })
  const propose = useMutation({
    mutationFn: () => client.shipments.proposeCustoms.query({ id: shipment.id, direction: form.direction }),
    onSuccess: ({ lines, currency, country }) =>
      setForm((before) => ({
        ...before,
        lines: lines.map(customsLineForm),
        currency: before.currency || currency,
        country: before.country || country,
      })),
  })
  const submit = () => {
    const read = readCustomsForm(form, entry?.id)
    setProblems(read.ok ? {} : fieldMessages(t, read.problems))
    if (read.ok) saving.mutate(read.value)
  }
  return { form, set, problems, submit, saving, propose }
}

/** The entries of the shipment with this one added, changed or left out. */
function withEntry(
  entries: readonly CustomsEntry[],
  entry: CustomsEntry | null,
  now: CustomsEntryInput | null,
): CustomsEntryInput[] {
  const others = entries.flatMap((one): CustomsEntryInput[] => {
    if (one.id === entry?.id) return now ? [now] : []
    return [one]
  })
  return entry === null && now ? [...others, now] : others
}
