// An encrypted copy asks for its passphrase. It is kept in this window only, until the copies are brought together.
import { Button, PasswordInput } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import place from '#renderer/ui/drop-place.module.css'
import classes from './choose-step.module.css'
import { look, startOver } from './run-merge.ts'

export function PassphraseForm({ name, hasFailed }: { name: string; hasFailed: boolean }) {
  const { t } = useText()
  const [passphrase, setPassphrase] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '') void look(passphrase)
  }
  return (
    <form className={place.area} onSubmit={submit} noValidate aria-label={t('merge.passphrase.title', { name })}>
      <p className={place.title}>{t('merge.passphrase.title', { name })}</p>
      <p className={place.text}>{t('merge.passphrase.text')}</p>
      <div className={classes.form}>
        <PasswordInput
          ref={field}
          label={t('merge.passphrase.label')}
          autoComplete="off"
          value={passphrase}
          aria-invalid={hasFailed || undefined}
          visibilityToggleButtonProps={{ 'aria-label': t('merge.passphrase.show') }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" disabled={passphrase === ''}>
          {t('merge.passphrase.open')}
        </Button>
        <Button onClick={startOver}>{t('merge.passphrase.other')}</Button>
      </div>
    </form>
  )
}
