// Voiding a paper: it stays with its number, and says that it does not count.
import { Button, Group, Modal, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { Paper } from '#shared/schemas/papers.ts'

export function VoidDialog({ paper, onClose }: { paper: Paper; onClose: () => void }) {
  const { t } = useText()
  const [note, setNote] = useState(paper.note)
  const voiding = useMutation({
    mutationFn: () => client.papers.void.mutate({ id: paper.id, note }),
    onSuccess: onClose,
    onError: (error) => sayError(t, error),
  })
  return (
    <Modal opened onClose={onClose} title={t('papers.voidSure', { number: paper.number })} size="sm">
      <Text mb="sm">{t('papers.voidText')}</Text>
      <Textarea
        label={t('papers.voidNote')}
        value={note}
        maxLength={2000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md" gap="sm">
        <Button onClick={() => voiding.mutate()} loading={voiding.isPending}>
          {t('papers.void')}
        </Button>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('papers.keep')}
        </Button>
      </Group>
    </Modal>
  )
}
