// An encrypted copy that someone was given, before any book is open.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { OpenEncrypted } from '#renderer/ui/encrypted-copy/open-encrypted.tsx'
import classes from './welcome-screen.module.css'

export function OpenEncryptedCopy({ onBack }: { onBack: () => void }) {
  const { t } = useText()
  return (
    <>
      <h1 className={classes.title}>{t('copies.open.title')}</h1>
      <div className={classes.stack}>
        <OpenEncrypted />
      </div>
      <div className={classes.actions}>
        <Button onClick={onBack}>{t('welcome.new.back')}</Button>
      </div>
    </>
  )
}
