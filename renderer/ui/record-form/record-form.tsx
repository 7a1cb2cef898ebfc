// The frame of a form: what was restored, what is wrong, the fields, and the bar that saves.
import { Button } from '@mantine/core'
import { type FormEvent, type ReactNode, useEffect } from 'react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { KeyHint } from '../key-hint.tsx'
import { Notice } from '../notice.tsx'
import { ChangedNotice } from './changed-since.tsx'
import { DraftOffer } from './draft-offer.tsx'
import { LeaveGuard } from './leave-guard.tsx'
import classes from './record-form.module.css'
import type { RecordFormState } from './use-record-form.ts'

type RecordFormProps<Values> = {
  state: RecordFormState<Values>
  onCancel: () => void
  label: string
  /** What saving is called where it does more than save. */
  saveLabel?: string
  children: ReactNode
}

export function RecordForm<Values>({ state, onCancel, label, saveLabel, children }: RecordFormProps<Values>) {
  const { t, format } = useText()
  const { mayWrite, why } = useMayWrite()
  const { form, formRef, submit, isSaving, isUnsaved, failure, restoredAt, startOver, changed, offer } = state
  // Who came by a key goes on writing.
  useEffect(() => formRef.current?.querySelector<HTMLElement>('input:not([type="hidden"])')?.focus(), [formRef])
  const problemCount = Object.keys(form.errors).length
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    submit()
  }
  return (
    <form ref={formRef} onSubmit={onSubmit} className={classes.form} aria-label={label} noValidate>
      {restoredAt !== null ? (
        <Notice actions={<Button onClick={startOver}>{t('fields.form.dropDraft')}</Button>} className={classes.notice}>
          {t('fields.form.draftRestored', { time: format.instant(restoredAt) })}
        </Notice>
      ) : null}
      {offer ? <DraftOffer {...offer} className={classes.notice ?? ''} /> : null}
      {children}
      <div className={classes.bar}>
        {changed ? (
          <div className={classes.question}>
            <ChangedNotice {...changed} />
          </div>
        ) : null}
        <WriteGate>
          <Button type="submit" variant="filled" loading={isSaving}>
            {saveLabel ?? t('common.save')}
          </Button>
        </WriteGate>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
        <KeyHint keys="Ctrl S" />
        <span className={mayWrite ? classes.problem : 'q-quiet'} role="status">
          {!mayWrite
            ? why
            : failure
              ? errorMessage(t, failure)
              : problemCount > 0
                ? t('fields.form.hasErrors', { count: problemCount })
                : ''}
        </span>
      </div>
      <LeaveGuard isUnsaved={isUnsaved} />
    </form>
  )
}

type FormSectionProps = {
  title: string
  hint?: string
  children: ReactNode /** One below the other, for tables and lists. */
  isWide?: boolean
}

/** A group of fields that belong together. */
export function FormSection({ title, hint, children, isWide = false }: FormSectionProps) {
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{title}</legend>
      {hint ? <p className={classes.hint}>{hint}</p> : null}
      <div className={isWide ? classes.stack : classes.fields}>{children}</div>
    </fieldset>
  )
}
