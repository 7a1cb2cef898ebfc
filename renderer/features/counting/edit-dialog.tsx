// The head of an open count: its day, whether it is blind, a note.
import { Checkbox, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { asDay, isDay } from '#shared/dates.ts'
import type { StockCount } from '#shared/schemas/counting.ts'

export function EditDialog({ count, onClose }: { count: StockCount; onClose: () => void }) {
  const { t } = useText()
  const [on, setOn] = useState(count.on)
  const [isBlind, setBlind] = useState(count.isBlind)
  const [note, setNote] = useState(count.note)
  const day = typedDay(on)
  const saving = useMutation({
    mutationFn: () => client.counting.edit.mutate({ id: count.id, on: asDay(day), isBlind, note }),
    onSuccess: onClose,
  })
  return (
    <FormDialog
      title={t('counting.edit.title', { number: count.number })}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={() => isDay(day) && saving.mutate()}
      onClose={onClose}
    >
      <DayInput
        label={t('counting.fields.on')}
        description={t('counting.edit.onHint')}
        required
        value={on}
        onChange={setOn}
        error={isDay(day) ? undefined : t('fields.errors.day')}
        data-autofocus
      />
      <Checkbox
        label={t('counting.fields.isBlind')}
        description={t('counting.form.blindHint')}
        checked={isBlind}
        onChange={(event) => setBlind(event.currentTarget.checked)}
      />
      <Textarea
        label={t('counting.fields.note')}
        autosize
        minRows={1}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
