// The files of a record: dropped, pasted or chosen; shown, opened, said more of, taken off.
import { Button, FileButton } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { attachmentLimitMb, type RecordAttachment } from '#shared/schemas/attachments.ts'
import { AttachmentRow } from './attachment-row.tsx'
import classes from './attachments.module.css'
import { EditAttachment } from './edit-attachment.tsx'
import { PictureViewer } from './picture-viewer.tsx'
import { RemoveAttachment } from './remove-attachment.tsx'
import { UploadList } from './upload-list.tsx'
import { useSendFiles } from './use-send-files.ts'

export function AttachmentsPanel({ record }: PanelProps) {
  const query = useQuery(trpc.attachments.ofRecord.queryOptions(record))
  return (
    <>
      <AddFiles record={record} />
      <UploadList record={record} />
      <QueryState query={query}>{(files) => <FileList files={files} />}</QueryState>
    </>
  )
}

function AddFiles({ record }: PanelProps) {
  const { t } = useText()
  const send = useSendFiles(record)
  const reset = useRef<() => void>(null)
  return (
    <div className={classes.bar}>
      <FileButton
        multiple
        resetRef={reset}
        inputProps={{ 'aria-label': t('attachments.add') }}
        onChange={(files) => {
          // The same file can be chosen again.
          reset.current?.()
          send(files)
        }}
      >
        {(props) => (
          <WriteGate>
            <Button {...props} leftSection={<IconPaperclip size={14} stroke={1.5} aria-hidden />}>
              {t('attachments.add')}
            </Button>
          </WriteGate>
        )}
      </FileButton>
      <span className={classes.hint}>{t('attachments.hint', { limitMb: attachmentLimitMb })}</span>
    </div>
  )
}

type Shown = { what: 'picture' | 'edit' | 'remove'; id: number }

function FileList({ files }: { files: readonly RecordAttachment[] }) {
  const { t } = useText()
  const [shown, show] = useState<Shown | null>(null)
  const close = () => show(null)
  const file = files.find(({ id }) => id === shown?.id)
  return (
    <>
      {files.length === 0 ? (
        <p className="q-quiet">{t('attachments.empty')}</p>
      ) : (
        <ul className={classes.list} aria-label={t('attachments.list')}>
          {files.map((one) => (
            <AttachmentRow key={one.id} file={one} onShow={(what) => show({ what, id: one.id })} />
          ))}
        </ul>
      )}
      <Totals files={files} />
      {file && shown?.what === 'picture' ? (
        <PictureViewer
          pictures={files.filter(({ isPicture, isLeftOut }) => isPicture && !isLeftOut)}
          shownId={file.id}
          onShow={(id) => show({ what: 'picture', id })}
          onClose={close}
        />
      ) : null}
      {file && shown?.what === 'edit' ? <EditAttachment file={file} onClose={close} /> : null}
      {file && shown?.what === 'remove' ? <RemoveAttachment file={file} onClose={close} /> : null}
    </>
  )
}

function Totals({ files }: { files: readonly RecordAttachment[] }) {
  const { t, format } = useText()
  const { data: total } = useQuery(trpc.attachments.total.queryOptions())
  const size = files.reduce((sum, file) => sum + file.size, 0)
  return (
    <div className={classes.foot} data-figure>
      <span>
        {files.length > 0 ? t('attachments.total', { count: files.length, size: format.fileSize(size) }) : null}
      </span>
      {total ? (
        <span title={t('attachments.bookTotalText')}>
          {t('attachments.bookTotal', { size: format.fileSize(total.bytes) })}
        </span>
      ) : null}
    </div>
  )
}
