// Files on their way: how far each is, and which were refused and why.
import { ActionIcon, Progress } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import classes from './attachments.module.css'
import { dropUpload, type Upload, useUploads } from './upload-store.ts'

export function UploadList({ record }: PanelProps) {
  const { t } = useText()
  const uploads = useUploads(record)
  if (uploads.length === 0) return null
  return (
    <ul className={classes.uploads} aria-label={t('attachments.sending')}>
      {uploads.map((upload) => (
        <li key={upload.id} className={classes.upload}>
          {upload.problem === null ? <Sending upload={upload} /> : <Refused upload={upload} />}
        </li>
      ))}
    </ul>
  )
}

function Sending({ upload }: { upload: Upload }) {
  const { t, format } = useText()
  const { name, sent, size } = upload
  const part = size === 0 || sent === null ? 0 : Math.min(1, sent / size)
  return (
    <>
      <div className={classes.uploadText}>
        <span>{name}</span>{' '}
        <span className="q-quiet" data-figure>
          {sent === null ? t('attachments.waiting') : format.share(part)}
        </span>
        <Progress.Root size="sm">
          <Progress.Section
            value={part * 100}
            aria-label={t('attachments.sendingFile', { name, share: format.share(part) })}
          />
        </Progress.Root>
      </div>
      <ActionIcon size={24} aria-label={t('attachments.stop', { name })} onClick={() => upload.stop.abort()}>
        <IconX size={14} />
      </ActionIcon>
    </>
  )
}

function Refused({ upload }: { upload: Upload }) {
  const { t } = useText()
  return (
    <>
      <p className={`${classes.uploadText} ${classes.problem}`} role="alert">
        {upload.problem}
      </p>
      <ActionIcon size={24} aria-label={t('attachments.dismiss')} onClick={() => dropUpload(upload.id)}>
        <IconX size={14} />
      </ActionIcon>
    </>
  )
}
