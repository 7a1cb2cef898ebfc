// Sends files to a record and says what became of them.
import { notifications } from '@mantine/notifications'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { sendFiles } from './send-files.ts'

export function useSendFiles(record: RecordRef): (files: File[]) => void {
  const { t } = useText()
  return (files) => {
    void sendFiles(record, files, (error) => errorMessage(t, error)).then(({ added, known }) => {
      if (added.length > 0)
        notifications.show({ message: t('attachments.added', { count: added.length, name: added[0] ?? '' }) })
      for (const file of known) notifications.show({ message: t('attachments.already', file) })
    })
  }
}
