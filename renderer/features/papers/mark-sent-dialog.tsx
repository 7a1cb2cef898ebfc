// When and to whom an issued paper went out; from then on it stays as it is.
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import type { Day } from '#shared/dates.ts'
import type { Paper } from '#shared/schemas/papers.ts'

export function MarkSentDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { t } = useText()
  const today = useToday()
  const [day, setDay] = useState<string>(today)
  const [to, setTo] = useState(paper.sentTo)
  const mark = useMutation({
    mutationFn: () => client.papers.markSent.mutate({ id: paper.id, on: day as Day, to }),
    onSuccess: onClose,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mark.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={t('papers.sent.title', { number: paper.number })} size="sm">
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <DayInput label={t('papers.sent.on')} value={day} onChange={setDay} data-autofocus />
          <TextInput
            label={t('papers.sent.to')}
            description={t('papers.sent.toHint')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            maxLength={200}
            error={mark.error ? errorMessage(t, mark.error) : undefined}
          />
          <Group justify="flex-end" gap="sm">
            <Button onClick={onClose}>{t('common.cancel')}</Button>
            <Button type="submit" variant="filled" loading={mark.isPending}>
              {t('papers.sent.mark')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
