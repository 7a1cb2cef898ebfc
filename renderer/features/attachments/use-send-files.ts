// Sends files to a record and says what became of them.
import { notifications } from '@mantine/notifications'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { type SentFiles, sendFiles } from './send-files.ts'

/** Each by its name up to these; more would pile up over the page. */
const mostNamed = 3

export function useSendFiles(record: RecordRef): (files: File[]) => void {
  const { t } = useText()
  const { ifMayWrite } = useMayWrite()
  const alreadyThere = (file: SentFiles['known'][number]) =>
    t(file.name === file.known ? 'attachments.alreadySame' : 'attachments.already', file)
  return ifMayWrite((files) => {
    void sendFiles(record, files, (error) => errorMessage(t, error)).then(({ added, known }) => {
      if (added.length > 0)
        notifications.show({ message: t('attachments.added', { count: added.length, name: added[0] ?? '' }) })
      if (known.length > mostNamed)
        notifications.show({ message: t('attachments.alreadyMany', { count: known.length }) })
      else for (const file of known) notifications.show({ message: alreadyThere(file) })
    })
  })
}
