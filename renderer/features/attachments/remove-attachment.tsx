// Takes a file off its record, after asking, and says what becomes of its content.
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { AskDialog } from '#renderer/ui/ask-dialog.tsx'
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
    <AskDialog
      title={t('attachments.removeSure', { name })}
      text={t('attachments.removeText')}
      yes={t('attachments.remove')}
      no={t('attachments.keep')}
      isPending={remove.isPending}
      onYes={() => remove.mutate()}
      onClose={onClose}
    />
  )
}
