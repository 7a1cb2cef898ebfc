// Reference and note of a document that was posted.
import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'

export function EditDocumentDialog({ document, onClose }: { document: StockDocument; onClose: () => void }) {
  const { t } = useText()
  const [reference, setReference] = useState(document.reference)
  const [note, setNote] = useState(document.note)
  const saving = useMutation({
    mutationFn: () => client.stock.editDocument.mutate({ id: document.id, reference, note }),
    onSuccess: onClose,
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={t('stock.editDocument.title', { number: document.number })}>
      <form onSubmit={onSubmit} noValidate>
        <p className="q-quiet">{t('stock.editDocument.text')}</p>
        <TextInput
          mt="sm"
          label={t('stock.fields.reference')}
          maxLength={300}
          value={reference}
          onChange={(event) => setReference(event.currentTarget.value)}
          data-autofocus
        />
        <Textarea
          mt="sm"
          label={t('stock.fields.note')}
          autosize
          minRows={2}
          maxRows={12}
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
