// The head of an open count: its day, whether it is blind, a note.
import { Button, Checkbox, Group, Modal, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
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
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (isDay(day)) saving.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={t('counting.edit.title', { number: count.number })}>
      <form onSubmit={onSubmit} noValidate>
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
          my="sm"
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
        {saving.error ? <Notice tone="bad">{wholeMessage(t, saving.error)}</Notice> : null}
        <Group justify="flex-end" mt="md" gap="sm">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" variant="filled" loading={saving.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
