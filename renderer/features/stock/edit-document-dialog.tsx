// Reference and note of a document that was posted.
import { Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'

export function EditDocumentDialog({ document, onClose }: { document: StockDocument; onClose: () => void }) {
  const { t } = useText()
  const [reference, setReference] = useState(document.reference)
  const [note, setNote] = useState(document.note)
  const saving = useMutation({
    mutationFn: () => client.stock.editDocument.mutate({ id: document.id, reference, note }),
    onSuccess: onClose,
  })
  return (
    <FormDialog
      title={t('stock.editDocument.title', { number: document.number })}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={() => saving.mutate()}
      onClose={onClose}
    >
      <p className="q-quiet">{t('stock.editDocument.text')}</p>
      <TextInput
        label={t('stock.fields.reference')}
        maxLength={300}
        value={reference}
        onChange={(event) => setReference(event.currentTarget.value)}
        data-autofocus
      />
      <Textarea
        label={t('stock.fields.note')}
        autosize
        minRows={2}
        maxRows={12}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
