// A picture in full, with arrows to the others of its record.
import { ActionIcon, Button, Modal } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { RecordAttachment } from '#shared/schemas/attachments.ts'
import classes from './attachments.module.css'
import { useFileActions } from './file-actions.ts'
import { usePictureSource } from './use-picture-source.ts'

type ViewerProps = {
  pictures: readonly RecordAttachment[]
  shownId: number
  onShow: (id: number) => void
  onClose: () => void
}

export function PictureViewer({ pictures, shownId, onShow, onClose }: ViewerProps) {
  const { t } = useText()
  const { save } = useFileActions()
  const at = pictures.findIndex(({ id }) => id === shownId)
  const shown = pictures[at]
  if (!shown) return null
  const go = (by: number) => {
    const next = pictures[(at + by + pictures.length) % pictures.length]
    if (next) onShow(next.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (by === 0 || pictures.length < 2) return
    event.preventDefault()
    go(by)
  }
  const { name } = shown
  return (
    <Modal
      opened
      onClose={onClose}
      size="90vw"
      title={
        pictures.length > 1 ? t('attachments.viewer.title', { name, number: at + 1, count: pictures.length }) : name
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
      onKeyDown={onKeyDown}
    >
      <div className={classes.stage}>
        <Step label={t('attachments.viewer.previous')} onClick={() => go(-1)} hidden={pictures.length < 2}>
          <IconChevronLeft size={18} stroke={1.5} />
        </Step>
        <Picture key={shown.id} picture={shown} />
        <Step label={t('attachments.viewer.next')} onClick={() => go(1)} hidden={pictures.length < 2}>
          <IconChevronRight size={18} stroke={1.5} />
        </Step>
      </div>
      <div className={classes.viewerFoot}>
        <Button onClick={() => save(shown.id)}>{t('attachments.saveCopy')}</Button>
      </div>
    </Modal>
  )
}

type StepProps = { label: string; onClick: () => void; hidden: boolean; children: React.ReactNode }

function Step({ label, onClick, hidden, children }: StepProps) {
  if (hidden) return <span />
  return (
    <ActionIcon aria-label={label} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}

function Picture({ picture }: { picture: RecordAttachment }) {
  const { source, error, retry } = usePictureSource(picture.id)
  if (error) return <ErrorState error={error} onRetry={retry} />
  if (!source) return <LoadingState />
  return <img className={classes.full} src={source} alt={picture.name} />
}
