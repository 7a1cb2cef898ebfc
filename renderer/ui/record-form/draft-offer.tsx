// Offers what was written in another window and not saved; nothing of it is put into the form unasked.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '../notice.tsx'

type DraftOfferProps = { savedAt: number; onTakeUp: () => void; onThrowAway: () => void; className?: string }

export function DraftOffer({ savedAt, onTakeUp, onThrowAway, className }: DraftOfferProps) {
  const { t, format } = useText()
  return (
    <Notice
      className={className ?? ''}
      actions={
        <>
          <Button onClick={onTakeUp}>{t('fields.form.takeUp')}</Button>
          <Button onClick={onThrowAway}>{t('fields.form.throwAway')}</Button>
        </>
      }
    >
      {t('fields.form.offered', { time: format.instant(savedAt) })}
    </Notice>
  )
}
