// Where a note is written: Ctrl+Enter saves it, and what is not saved yet is kept as a draft.
import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { draftContent } from '#renderer/lib/form-draft.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { DraftOffer } from '#renderer/ui/record-form/draft-offer.tsx'
import { type KeptDraft, useDraft } from '#renderer/ui/record-form/use-draft.ts'
import { useDraftKeeper } from '#renderer/ui/record-form/use-draft-keeper.ts'
import { useOfferedDraft } from '#renderer/ui/record-form/use-offered-draft.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { noteLimit } from '#shared/schemas/notes.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { isSaveKey } from './save-key.ts'
import classes from './timeline.module.css'

const nothing = { text: '' }

export function NoteComposer({ record }: { record: RecordRef }) {
  const form = `notes/${record.kind}/${record.id}`
  const drafts = useDraft(form, nothing)
  // The field stands from the start, so that nothing jumps; what a draft held comes into it once.
  return (
    <Composer
      key={drafts === undefined ? 'reading' : 'read'}
      record={record}
      form={form}
      kept={drafts?.own?.values.text ?? ''}
      elsewhere={drafts?.elsewhere ?? null}
      isReading={drafts === undefined}
    />
  )
}

type ComposerProps = {
  record: RecordRef
  form: string
  kept: string
  elsewhere: KeptDraft<typeof nothing> | null
  isReading: boolean
}

function Composer({ record, form, kept, elsewhere, isReading }: ComposerProps) {
  const { t, format } = useText()
  const [text, setText] = useState(kept)
  const { ifMayWrite } = useMayWrite()
  const keeper = useDraftKeeper(form)
  const aside = useOfferedDraft(form, elsewhere)
  const adding = useMutation({
    mutationFn: () => client.notes.add.mutate({ record, text }),
    onSuccess: () => {
      setText('')
      keeper.drop()
      aside.dropTaken()
    },
  })
  const isTooLong = text.length > noteLimit
  const canSave = text.trim() !== '' && !isTooLong && !adding.isPending
  const save = ifMayWrite(() => {
    if (canSave) adding.mutate()
  })
  const takeUp = () => {
    if (!aside.offer) return
    aside.take(text.trim() === '' ? null : { values: { text } })
    setText(aside.offer.values.text)
    keeper.change(draftContent({ values: aside.offer.values }))
  }
  const problem = isTooLong
    ? t('notes.tooLong', { limit: format.number(noteLimit) })
    : adding.error && errorMessage(t, adding.error)
  return (
    <div className={classes.composer}>
      {aside.offer ? (
        <DraftOffer savedAt={aside.offer.savedAt} onTakeUp={takeUp} onThrowAway={aside.throwAway} />
      ) : null}
      <Textarea
        aria-label={t('notes.new')}
        placeholder={t('notes.placeholder')}
        value={text}
        readOnly={isReading}
        error={problem || null}
        onChange={(event) => {
          const written = event.currentTarget.value
          setText(written)
          if (written.trim() === '') keeper.drop()
          else keeper.change(draftContent({ values: { text: written } }))
        }}
        onKeyDown={(event) => {
          if (!isSaveKey(event)) return
          event.preventDefault()
          save()
        }}
      />
      {text.trim() === '' ? null : (
        <div className={classes.composerFoot}>
          <KeyHint keys="Ctrl Enter" />
          <WriteGate>
            <Button variant="filled" onClick={save} disabled={!canSave} loading={adding.isPending}>
              {t('notes.save')}
            </Button>
          </WriteGate>
        </div>
      )}
    </div>
  )
}
