// What can be done with one line beside entering it: count it again, say that nothing is there, note something, take it off.
import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { CountLine } from '#shared/schemas/counting.ts'

export function LineMenu({ line, countId }: { line: CountLine; countId: number }) {
  const text = useText()
  const { t } = text
  const [isNoting, note] = useDisclosure(false)
  const onError = (error: unknown) => sayError(t, error)
  const again = useMutation({
    mutationFn: () => client.counting.recount.mutate({ id: countId, lineIds: [line.id] }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('counting.lines.emptied', { name: line.sku }), operationId),
    onError,
  })
  const zero = useMutation({ mutationFn: () => client.counting.enter.mutate({ lineId: line.id, counted: 0 }), onError })
  const remove = useMutation({
    mutationFn: () => client.counting.removeLine.mutate({ lineId: line.id }),
    onSuccess: ({ operationId }) => sayUndoable(text, t('counting.lines.removed', { name: line.sku }), operationId),
    onError,
  })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" aria-label={t('counting.lines.actions', { name: line.sku })}>
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={line.counted === null} onClick={() => again.mutate()}>
            {t('counting.lines.again')}
          </Menu.Item>
          <Menu.Item disabled={line.counted === 0} onClick={() => zero.mutate()}>
            {t('counting.lines.zero')}
          </Menu.Item>
          <Menu.Item onClick={note.open}>{t('counting.lines.note')}</Menu.Item>
          <Menu.Item onClick={() => remove.mutate()}>{t('counting.lines.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isNoting ? <NoteDialog line={line} onClose={note.close} /> : null}
    </>
  )
}

function NoteDialog({ line, onClose }: { line: CountLine; onClose: () => void }) {
  const { t } = useText()
  const [note, setNote] = useState(line.note)
  const saving = useMutation({
    mutationFn: () => client.counting.enter.mutate({ lineId: line.id, counted: line.counted, note }),
    onSuccess: onClose,
  })
  return (
    <FormDialog
      title={t('counting.lines.noteOf', { name: line.sku })}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={() => saving.mutate()}
      onClose={onClose}
    >
      <TextInput
        label={t('counting.fields.note')}
        data-autofocus
        maxLength={300}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  )
}
