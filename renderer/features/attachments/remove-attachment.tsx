// Takes a file off its record, after asking, and says what becomes of its content.
import { Button, Group, Modal, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { RecordAttachment } from '#shared/schemas/attachments.ts'

export function RemoveAttachment({ file, onClose }: { file: RecordAttachment; onClose: () => void }) {
  const { t } = useText()
  const { id, name } = file
  const remove = useMutation({
    mutationFn: () => client.attachments.remove.mutate({ id }),
    onSuccess: ({ operationId }) => {
      onClose()
      sayUndoable({ t }, t('attachments.removed', { name }), operationId)
    },
    onError: (error) => sayError(t, error),
  })
  return (
    <Modal opened onClose={onClose} title={t('attachments.removeSure', { name })} size="sm" withCloseButton={false}>
      <Text>{t('attachments.removeText')}</Text>
      <Group justify="flex-end" mt="md" gap="sm">
        <Button onClick={() => remove.mutate()} loading={remove.isPending}>
          {t('attachments.remove')}
        </Button>
        <Button variant="filled" onClick={onClose} data-autofocus>
          {t('attachments.keep')}
        </Button>
      </Group>
    </Modal>
  )
}
