// Takes a whole document back by counter-movements, with a look at what that changes first.
import { Button, Group, Modal, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'
import { LaterFigureTables } from './later-figures.tsx'
import classes from './stock.module.css'

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
  const failure = reversing.error ?? preview.error
  return (
    <Modal opened onClose={onClose} title={t('stock.reverse.title', { number })} size="lg">
      <Text className={classes.dialogText ?? ''}>
        {t(reversesOn === document.on ? 'stock.reverse.text' : 'stock.reverse.textLater', { day: reversesOn })}
      </Text>
      {failure ? <Notice tone="bad">{wholeMessage(t, failure)}</Notice> : null}
      {preview.isPending ? <LoadingState /> : null}
      {preview.data ? <LaterFigureTables preview={preview.data} /> : null}
      <TextInput
        mt="md"
        label={t('stock.reverse.note')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end" mt="md" gap="sm">
        <Button onClick={() => reversing.mutate()} loading={reversing.isPending} disabled={!preview.data}>
          {t('stock.reverse.yes')}
        </Button>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('stock.reverse.no')}
        </Button>
      </Group>
    </Modal>
  )
}
