// Protection of the copy: a passphrase typed twice, or words that are suggested; and what a file without one means.
import { Button, Checkbox, PasswordInput } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { FormSection } from '#renderer/ui/record-form/record-form.tsx'
import { passphraseOf, passphraseStrength, wordsInPassphrase } from '#shared/passphrase.ts'
import classes from './copies.module.css'
import type { WishProps } from './copy-contents.tsx'
import { passphraseProblem } from './copy-wish.ts'

export function PassphraseFields({ wish, onChange, isTried }: WishProps) {
  const { t } = useText()
  return (
    <FormSection title={t('copies.passphrase.legend')} isWide>
      <Checkbox
        label={t('copies.passphrase.use')}
        description={t('copies.passphrase.useText')}
        checked={wish.isEncrypted}
        onChange={(event) => onChange({ ...wish, isEncrypted: event.currentTarget.checked })}
      />
      {wish.isEncrypted ? (
        <Fields wish={wish} onChange={onChange} isTried={isTried} />
      ) : (
        <p className={classes.text}>{t('copies.passphrase.plain')}</p>
      )}
    </FormSection>
  )
}

function Fields({ wish, onChange, isTried }: WishProps) {
  const { t } = useText()
  const problem = passphraseProblem(wish)
  const type = (typed: { passphrase: string } | { again: string }) => onChange({ ...wish, ...typed, suggested: null })
  const suggest = () => {
    const words = passphraseOf(crypto.getRandomValues(new Uint8Array(wordsInPassphrase)))
    onChange({ ...wish, passphrase: words, again: words, suggested: words })
  }
  const visibility = { 'aria-label': t('copies.passphrase.show'), tabIndex: 0 }
  return (
    <>
      <div className={classes.fields}>
        <PasswordInput
          label={t('copies.passphrase.field')}
          autoComplete="new-password"
          value={wish.passphrase}
          description={<Strength text={wish.passphrase} />}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={isTried && problem === 'missing' ? t('copies.passphrase.missing') : null}
          visibilityToggleButtonProps={visibility}
          onChange={(event) => type({ passphrase: event.currentTarget.value })}
        />
        <PasswordInput
          label={t('copies.passphrase.again')}
          autoComplete="new-password"
          value={wish.again}
          error={(isTried || wish.again !== '') && problem === 'differs' ? t('copies.passphrase.differs') : null}
          visibilityToggleButtonProps={visibility}
          onChange={(event) => type({ again: event.currentTarget.value })}
        />
      </div>
      <div>
        <Button onClick={suggest}>{t('copies.passphrase.suggest')}</Button>
        {wish.suggested ? (
          <>
            <p className={classes.words}>{wish.suggested}</p>
            <p className={classes.text} role="status">
              {t('copies.passphrase.suggested')}
            </p>
          </>
        ) : null}
      </div>
    </>
  )
}

function Strength({ text }: { text: string }) {
  const { t } = useText()
  if (text === '') return null
  const strength = passphraseStrength(text)
  return (
    <span className={classes.strength} data-strength={strength} role="status">
      {t(`copies.passphrase.${strength}`)}
    </span>
  )
}
