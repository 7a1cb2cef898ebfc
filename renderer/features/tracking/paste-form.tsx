// The field for a paste, how days and times are meant, what was understood, and keeping it.
import { Button, FileButton, Textarea } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { wholeMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { AddedEvents } from '#shared/schemas/tracking.ts'
import { DropNews } from './drop-news.tsx'
import { ParcelPreview } from './parcel-preview.tsx'
import { PasteOptionsRow } from './paste-options.tsx'
import classes from './tracking.module.css'
import { type At, type Paste, useKeepPaste, usePaste } from './use-paste.ts'

/** More parcels are kept all the same; what is shown stays quick to look through. */
const shownParcels = 60
const largestFile = 5_000_000

type FormProps = {
  at?: At
  /** On a screen of its own, files can be let go anywhere. */
  takesDrops?: boolean
  onKept?: (kept: AddedEvents) => void
}

export function PasteForm({ at = null, takesDrops = false, onKept }: FormProps) {
  const text = useText()
  const { t, format } = text
  const paste = usePaste(at)
  const navigate = useNavigate()
  const keeping = useKeepPaste(paste, (kept, toSend) => {
    const said = t('tracking.paste.kept', { count: kept.added, formatted: format.number(kept.added) })
    const left =
      kept.left > 0 ? ` ${t('tracking.paste.left', { count: kept.left, formatted: format.number(kept.left) })}` : ''
    sayUndoable(text, kept.added === 0 ? t('tracking.paste.allKnown') : said + left, kept.operationId)
    onKept?.(kept)
    if (toSend !== null)
      void navigate({ to: '/shipments/$id', params: { id: String(toSend) }, search: { step: 'dispatch' } as never })
  })
  const { understood } = paste
  const mayKeep = paste.count > 0 && understood?.asksDateOrder === null && !paste.isBehind && !keeping.isPending
  useHotkeys([['mod+S', () => mayKeep && keeping.mutate(null)]], [])
  return (
    <div className={classes.paste}>
      <PasteField paste={paste} takesDrops={takesDrops} />
      <PasteOptionsRow paste={paste} />
      {understood ? <Preview paste={paste} onSend={mayKeep ? keeping.mutate : undefined} /> : null}
      {paste.query.error ? <Notice tone="bad">{wholeMessage(t, paste.query.error)}</Notice> : null}
      {keeping.error ? <Notice tone="bad">{wholeMessage(t, keeping.error)}</Notice> : null}
      <div className={classes.actions}>
        <WriteGate>
          <Button variant="filled" disabled={!mayKeep} loading={keeping.isPending} onClick={() => keeping.mutate(null)}>
            {paste.count === 0
              ? t('tracking.paste.nothingToKeep')
              : t('tracking.paste.keep', { count: paste.count, formatted: format.number(paste.count) })}
          </Button>
        </WriteGate>
        {paste.text === '' ? null : <Button onClick={paste.clear}>{t('tracking.paste.clear')}</Button>}
      </div>
    </div>
  )
}

function PasteField({ paste, takesDrops }: { paste: Paste; takesDrops: boolean }) {
  const { t } = useText()
  const [isTooLarge, setTooLarge] = useState(false)
  const reset = useRef<() => void>(null)
  const open = async (file: File | null) => {
    if (!file) return
    setTooLarge(file.size > largestFile)
    if (file.size <= largestFile) paste.setText(await file.text())
    // The same file can be opened once more.
    reset.current?.()
  }
  return (
    <>
      <Textarea
        label={t('tracking.paste.label')}
        description={t('tracking.paste.hint')}
        placeholder={t('tracking.paste.placeholder')}
        autosize
        minRows={6}
        maxRows={14}
        data-autofocus
        autoFocus={takesDrops}
        spellCheck={false}
        classNames={{ input: classes.field ?? '' }}
        error={isTooLarge ? t('tracking.paste.fileTooLarge') : undefined}
        value={paste.text}
        onChange={(event) => paste.setText(event.currentTarget.value)}
      />
      {takesDrops ? <DropNews onText={open} /> : null}
      <div>
        <FileButton onChange={open} resetRef={reset} accept=".txt,.csv,.tsv,.log,.eml,.md,text/plain">
          {(props) => (
            <Button {...props} size="compact-xs" variant="subtle" px={0}>
              {t('tracking.paste.openFile')}
            </Button>
          )}
        </FileButton>
      </div>
    </>
  )
}

type PreviewProps = { paste: Paste; onSend: ((shipmentId: number) => void) | undefined }

function Preview({ paste, onSend }: PreviewProps) {
  const { t, format } = useText()
  const { understood } = paste
  if (!understood) return null
  const { parcels, asksDateOrder } = understood
  const more = parcels.length - shownParcels
  return (
    <div className={classes.preview} aria-busy={paste.isBehind}>
      {asksDateOrder ? (
        <Notice tone="warn">
          {t(asksDateOrder.count === 1 ? 'tracking.paste.asksOne' : 'tracking.paste.asksMore', {
            example: asksDateOrder.example,
            more: format.number(asksDateOrder.count - 1),
          })}
        </Notice>
      ) : null}
      {parcels.length === 0 ? <Notice>{t('tracking.paste.nothing')}</Notice> : null}
      {parcels.slice(0, shownParcels).map((parcel) => (
        <ParcelPreview key={parcel.key} {...{ parcel, paste, onSend }} />
      ))}
      {more > 0 ? (
        <p className="q-quiet">{t('tracking.parcel.more', { count: more, formatted: format.number(more) })}</p>
      ) : null}
    </div>
  )
}
