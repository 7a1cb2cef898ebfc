// Takes files that are dropped or pasted anywhere on the page of a record, whichever panel it shows.
import { notifications } from '@mantine/notifications'
import { IconPaperclip } from '@tabler/icons-react'
import { useEffect, useEffectEvent } from 'react'
import { useText } from '#renderer/lib/language.ts'
import type { PresenceProps } from '#renderer/lib/record-panels.ts'
import { useFileDrop } from '#renderer/lib/use-file-drop.ts'
import classes from './attachments.module.css'
import { FolderDropped, filesOfDrop, filesOfPaste } from './incoming-files.ts'
import { useSendFiles } from './use-send-files.ts'

export function DropAnywhere({ record, show }: PresenceProps) {
  const { t, format } = useText()
  const send = useSendFiles(record)
  const take = (files: File[]) => {
    if (files.length === 0) return
    show()
    send(files)
  }
  const read = async (transfer: DataTransfer) => {
    try {
      return await filesOfDrop(transfer)
    } catch (error) {
      if (!(error instanceof FolderDropped)) throw error
      notifications.show({ color: 'red', message: t('attachments.folder', { name: error.folder }) })
      return []
    }
  }
  const isOver = useFileDrop({ read, onFiles: take, onFailure: () => {} })
  const paste = useEffectEvent((event: ClipboardEvent) => {
    // A dialog over the page has fields and pastes of its own.
    if (event.defaultPrevented || document.querySelector('[role="dialog"]')) return
    const time = format.instant(Date.now()).replaceAll(':', '.')
    const files = filesOfPaste(event, (index) =>
      [t('attachments.pastedName', { time }), index > 0 ? `(${index + 1})` : ''].filter(Boolean).join(' '),
    )
    if (files.length === 0) return
    event.preventDefault()
    take(files)
  })
  useEffect(() => {
    window.addEventListener('paste', paste)
    return () => window.removeEventListener('paste', paste)
  }, [])
  if (!isOver) return null
  return (
    <div className={classes.over} role="status">
      <IconPaperclip size={24} stroke={1.5} aria-hidden />
      {t('attachments.drop')}
    </div>
  )
}
