// Takes a whole document back by counter-movements, with a look at what that changes first.
import { TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import { LaterFigureTables } from './later-figures.tsx'

export function ReverseDialog({ document, onClose }: { document: StockDocument; onClose: () => void }) {
  const text = useText()
  const { t } = text
  const [note, setNote] = useState('')
  const { id: documentId, number, reversesOn } = document
  const preview = useQuery({
    queryKey: [['stock', 'preview'], 'reverse', documentId],
    queryFn: () => client.stock.preview.mutate({ kind: 'reverse', input: { documentId } }),
    retry: false,
    gcTime: 0,
  })
  const reversing = useMutation({
    mutationFn: () => client.stock.reverse.mutate({ documentId, note }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('stock.reverse.done', { number }), operationId)
      onClose()
    },
  })
  return (
    <AskDialog
      title={t('stock.reverse.title', { number })}
      text={t(reversesOn === document.on ? 'stock.reverse.text' : 'stock.reverse.textLater', { day: reversesOn })}
      yes={t('stock.reverse.yes')}
      no={t('stock.reverse.no')}
      size="lg"
      error={reversing.error ?? preview.error}
      isPending={reversing.isPending}
      isDisabled={!preview.data}
      onYes={() => reversing.mutate()}
      onClose={onClose}
    >
      {preview.isPending ? <LoadingState /> : null}
      {preview.data ? <LaterFigureTables preview={preview.data} /> : null}
      <TextInput
        label={t('stock.reverse.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </AskDialog>
  )
}
