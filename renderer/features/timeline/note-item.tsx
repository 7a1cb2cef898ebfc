// A note as it is read, with what can be done with it; or its text being changed.
import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconPencil, IconPin, IconPinnedOff, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { noteLimit, type RecordNote } from '#shared/schemas/notes.ts'
import { isSaveKey } from './save-key.ts'
import classes from './timeline.module.css'

/** More lines than this are folded until someone wants them. */
const longText = 700
const manyLines = 8

export function NoteItem({ note, copy = '' }: { note: RecordNote; copy?: string }) {
  const { t, format, language } = useText()
  const [isEditing, setEditing] = useState(false)
  const [isOpen, setOpen] = useState(false)
  if (isEditing) return <EditNote note={note} onClose={() => setEditing(false)} />
  const isLong = note.text.length > longText || note.text.split('\n').length > manyLines
  const time = note.at === null ? '' : format.instant(note.at)
  const who = t('notes.by', { time, person: note.person ? nameIn(language, note.person) : t('history.unknownPerson') })
  return (
    <>
      <div className={classes.head}>
        <p className={classes.text} data-clamped={(isLong && !isOpen) || undefined}>
          {note.text}
        </p>
        <NoteActions note={note} time={time} onEdit={() => setEditing(true)} />
      </div>
      {isLong ? (
        <Button variant="subtle" size="compact-xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'notes.less' : 'notes.more')}
        </Button>
      ) : null}
      <p className={classes.who}>{[who, copy, note.isEdited ? t('notes.edited') : ''].filter(Boolean).join(' · ')}</p>
    </>
  )
}

type ActionsProps = { note: RecordNote; time: string; onEdit: () => void }

function NoteActions({ note, time, onEdit }: ActionsProps) {
  const { t } = useText()
  const { id, isPinned } = note
  const onError = (error: unknown) => sayError(t, error)
  const pin = useMutation({ mutationFn: () => client.notes.pin.mutate({ id, isPinned: !isPinned }), onError })
  const remove = useMutation({
    mutationFn: () => client.notes.remove.mutate({ id }),
    onSuccess: ({ operationId }) => sayUndoable({ t }, t('notes.removed'), operationId),
    onError,
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: three small buttons are no set of fields
    <div className={classes.actions} role="group" aria-label={t('notes.actions', { time })}>
      <Action label={t(isPinned ? 'notes.unpin' : 'notes.pin')} onClick={() => pin.mutate()}>
        {isPinned ? <IconPinnedOff size={14} stroke={1.5} /> : <IconPin size={14} stroke={1.5} />}
      </Action>
      <Action label={t('notes.edit')} onClick={onEdit}>
        <IconPencil size={14} stroke={1.5} />
      </Action>
      <Action label={t('notes.remove')} onClick={() => remove.mutate()}>
        <IconTrash size={14} stroke={1.5} />
      </Action>
    </div>
  )
}

function Action({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <WriteGate>
      <ActionIcon size={24} aria-label={label} title={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </WriteGate>
  )
}

function EditNote({ note, onClose }: { note: RecordNote; onClose: () => void }) {
  const { t, format } = useText()
  const [text, setText] = useState(note.text)
  const saving = useMutation({
    mutationFn: () => client.notes.edit.mutate({ id: note.id, text }),
    onSuccess: onClose,
  })
  const isTooLong = text.length > noteLimit
  const save = () => {
    if (text.trim() !== '' && !isTooLong && !saving.isPending) saving.mutate()
  }
  const problem = isTooLong
    ? t('notes.tooLong', { limit: format.number(noteLimit) })
    : saving.error && errorMessage(t, saving.error)
  return (
    <>
      <Textarea
        autoFocus
        aria-label={t('notes.editLabel')}
        value={text}
        error={problem || null}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose()
          if (!isSaveKey(event)) return
          event.preventDefault()
          save()
        }}
      />
      <div className={classes.editFoot}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="filled" onClick={save} disabled={text.trim() === ''} loading={saving.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </>
  )
}
