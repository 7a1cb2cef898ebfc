// Writes a claim against the supplier of an order or the carrier of a shipment, or changes one: what is wrong, what is asked for it, how it ended.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { MoneyInput } from '#renderer/ui/money-input.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Day } from '#shared/dates.ts'
import { type ClaimDraft, type ClaimRow, claimKinds, claimStatuses } from '#shared/schemas/claims.ts'

/** What the claim is about: one of the two. */
export type ClaimedOver = { orderId: number | null; shipmentId: number | null }
type DialogProps = { over: ClaimedOver; claim: ClaimRow | null; onClose: () => void }

const carrierKinds: readonly string[] = ['lost', 'damaged', 'late', 'undelivered', 'other']

export function ClaimDialog({ over, claim, onClose }: DialogProps) {
  const { t } = useText()
  const { values, set, saving, removing } = useClaim({ over, claim, onClose })
  const kinds = claimKinds.filter((kind) => kind === claim?.kind || fits(kind, over))
  return (
    <FormDialog
      title={claim ? t('receiving.claim.edit', { number: claim.number }) : t('receiving.claim.add')}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={() => saving.mutate()}
      onClose={onClose}
      remove={
        claim && {
          label: t('receiving.claim.remove'),
          run: () => removing.mutate(),
          isPending: removing.isPending,
        }
      }
    >
      <Select
        label={t('receiving.claim.fields.kind')}
        allowDeselect={false}
        data={kinds.map((kind) => ({ value: kind, label: t(`receiving.claim.kinds.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => kind && set({ kind: kind as typeof values.kind })}
        data-autofocus
      />
      <Textarea
        label={t('receiving.claim.fields.text')}
        autosize
        minRows={2}
        value={values.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <DayInput
        label={t('receiving.claim.fields.openedOn')}
        value={values.openedOn}
        onChange={(openedOn) => set({ openedOn })}
      />
      <MoneyInput
        label={t('receiving.claim.fields.claimed')}
        value={{ amount: values.claimed, currency: values.currency }}
        onChange={({ amount, currency }) => set({ claimed: amount, currency })}
      />
      <Select
        label={t('receiving.claim.fields.status')}
        allowDeselect={false}
        data={claimStatuses.map((status) => ({ value: status, label: t(`receiving.claim.statuses.${status}`) }))}
        value={values.status}
        onChange={(status) => status && set({ status: status as typeof values.status })}
      />
      {values.status === 'open' ? null : (
        <>
          <DayInput
            label={t('receiving.claim.fields.closedOn')}
            required
            value={values.closedOn}
            onChange={(closedOn) => set({ closedOn })}
          />
          <DecimalInput
            label={t('receiving.claim.fields.settled')}
            unit={values.currency}
            value={values.settled}
            onChange={(settled) => set({ settled })}
          />
        </>
      )}
      <TextInput
        label={t('receiving.claim.fields.number')}
        placeholder={t('receiving.claim.numberHint')}
        value={values.number}
        onChange={(event) => set({ number: event.currentTarget.value })}
      />
    </FormDialog>
  )
}

function fits(kind: string, { shipmentId }: ClaimedOver): boolean {
  const isOfCarrier = carrierKinds.includes(kind)
  return shipmentId === null ? !isOfCarrier || kind === 'late' || kind === 'other' : isOfCarrier
}

function useClaim({ over, claim, onClose }: DialogProps) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const { baseCurrency } = useBook()
  const [values, setValues] = useState({
    number: claim?.number ?? '',
    kind: claim?.kind ?? ((over.shipmentId === null ? 'quality' : 'lost') as ClaimRow['kind']),
    text: claim?.text ?? '',
    openedOn: claim?.openedOn ?? (today as string),
    status: claim?.status ?? ('open' as ClaimRow['status']),
    closedOn: claim?.closedOn ?? (today as string),
    currency: claim?.currency || baseCurrency,
    claimed: claim?.claimed ?? '',
    settled: claim?.settled ?? '',
  })
  const set = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const amount = (typed: string) => (typed.trim() === '' ? null : typedDecimal(typed))
  const isOpen = values.status === 'open'
  const input: ClaimDraft = {
    ...values,
    ...over,
    partyId: claim?.partyId ?? null,
    receiptId: claim?.receiptId ?? null,
    openedOn: typedDay(values.openedOn) as Day,
    closedOn: isOpen ? null : (typedDay(values.closedOn) as Day),
    claimed: amount(values.claimed),
    settled: isOpen ? null : amount(values.settled),
  }
  const saving = useMutation({
    mutationFn: async () => {
      if (claim) await client.claims.edit.mutate({ id: claim.id, claim: input })
      else await client.claims.add.mutate(input)
    },
    onSuccess: onClose,
  })
  const removing = useMutation({
    mutationFn: () => client.claims.remove.mutate({ id: claim?.id ?? 0 }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('receiving.claim.removed'), operationId)
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return { values, set, saving, removing }
}
