// Logo and stamp: chosen, dropped or pasted, and kept at once.
import { ActionIcon, Button, FileButton } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconPhoto, IconRubberStamp, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ClipboardEvent, type DragEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { CallFailure } from '#renderer/lib/call-failure.ts'
import { uploadFile } from '#renderer/lib/files.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { thumbnailOf } from '#renderer/lib/picture-thumbnail.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type CompanyPicture, type CompanyProfile, companyPictureLimitMb } from '#shared/schemas/book.ts'
import classes from './company.module.css'

export function CompanyPictures({ company }: { company: CompanyProfile }) {
  const { t } = useText()
  return (
    <FormSection title={t('company.sections.pictures')} hint={t('company.hints.pictures')}>
      <PicturePlace which="logo" attachmentId={company.logoId} />
      <PicturePlace which="stamp" attachmentId={company.stampId} />
    </FormSection>
  )
}

type PlaceProps = { which: CompanyPicture; attachmentId: number | null }

function PicturePlace({ which, attachmentId }: PlaceProps) {
  const { t } = useText()
  const { take, remove, isBusy } = usePicture(which)
  const { ifMayWrite } = useMayWrite()
  const { isOver, handlers } = useDropOrPaste(ifMayWrite(take))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside a fieldset brings its own frame
    <div
      role="group"
      aria-label={t(`company.picture.${which}`)}
      className={classes.place}
      data-over={isOver || undefined}
      // What is dropped here is the picture, and no file of the company.
      data-takes-files
      // A click makes it the place that a picture is pasted to.
      tabIndex={-1}
      {...handlers}
    >
      <Shown which={which} attachmentId={attachmentId} />
      <div className={classes.placeActions}>
        <FileButton accept="image/png,image/jpeg" onChange={(file) => file && take(file)}>
          {(props) => (
            <WriteGate>
              <Button {...props} loading={isBusy}>
                {t(`company.picture.${attachmentId === null ? 'choose' : 'replace'}.${which}`)}
              </Button>
            </WriteGate>
          )}
        </FileButton>
        {attachmentId === null ? null : (
          <WriteGate>
            <ActionIcon aria-label={t(`company.picture.remove.${which}`)} onClick={remove} disabled={isBusy}>
              <IconTrash size={15} stroke={1.5} />
            </ActionIcon>
          </WriteGate>
        )}
      </div>
      <p className="q-quiet">{t(`company.picture.hint.${which}`)}</p>
    </div>
  )
}

/** The picture, once it is there; the frame has its height before. */
function Shown({ which, attachmentId }: PlaceProps) {
  const { t } = useText()
  const query = useQuery(trpc.book.picture.queryOptions({ which }, { enabled: attachmentId !== null }))
  const Icon = which === 'logo' ? IconPhoto : IconRubberStamp
  if (attachmentId === null) {
    return (
      <div className={classes.noPicture}>
        <Icon size={24} stroke={1.2} aria-hidden />
        {t(`company.picture.none.${which}`)}
      </div>
    )
  }
  return (
    <div className={classes.picture}>
      {query.data ? <img src={query.data} alt={t(`company.picture.${which}`)} /> : null}
    </div>
  )
}

function usePicture(which: CompanyPicture) {
  const { t } = useText()
  const onError = (error: unknown) => sayError(t, error)
  const taking = useMutation({
    mutationFn: async (file: File) => {
      // Said before anything travels; the host looks again.
      if (file.size > companyPictureLimitMb * 1024 * 1024)
        throw new CallFailure({
          code: 'catalog/picture-too-large',
          details: { name: file.name, limitMb: companyPictureLimitMb },
        })
      const thumbnail = await thumbnailOf(file)
      if (thumbnail === null && /^image\/(png|jpeg)$/.test(file.type))
        return notifications.show({ color: 'red', message: t('company.picture.notPicture', { name: file.name }) })
      await client.book.setPicture.mutate({ which, file: await uploadFile(file), thumbnail })
      notifications.show({ message: t(`company.picture.saved.${which}`) })
    },
    onError,
  })
  const removing = useMutation({
    mutationFn: () => client.book.removePicture.mutate({ which }),
    onSuccess: () => notifications.show({ message: t(`company.picture.removed.${which}`) }),
    onError,
  })
  return { take: taking.mutate, remove: () => removing.mutate(), isBusy: taking.isPending || removing.isPending }
}

/** Files held over a place, dropped on it or pasted into it; the first one counts. */
function useDropOrPaste(take: (file: File) => void) {
  const [isOver, setOver] = useState(false)
  const first = (transfer: DataTransfer, event: { preventDefault: () => void; stopPropagation: () => void }) => {
    const file = transfer.files[0]
    if (!file) return
    event.preventDefault()
    event.stopPropagation()
    take(file)
  }
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'copy'
    setOver(true)
  }
  const handlers = {
    onDragEnter: hold,
    onDragOver: hold,
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      setOver(false)
      first(event.dataTransfer, event)
    },
    onPaste: (event: ClipboardEvent) => first(event.clipboardData, event),
  }
  return { isOver, handlers }
}
