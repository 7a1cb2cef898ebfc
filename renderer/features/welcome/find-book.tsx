// Where a book that has moved is now: chosen by hand, recognised by what is in it; another book is asked about first.
import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { RecentBook } from '#shared/schemas/host.ts'
import type { useOpenBook } from './open-a-book.ts'
import classes from './welcome-screen.module.css'

type Doubt = { token: string; at: string; text: string }

export function useFindBook(opening: ReturnType<typeof useOpenBook>) {
  const { t } = useText()
  const [doubt, setDoubt] = useState<Doubt | null>(null)
  const open = async (token: string, at: string, anyway: boolean) => {
    setDoubt(null)
    try {
      await opening.mutateAsync({ by: 'found', token, at, anyway })
    } catch (error) {
      if (failureOf(error).code !== 'book/other-book') return
      opening.reset()
      setDoubt({ token, at, text: errorMessage(t, error) })
    }
  }
  const find = async ({ token, fileName }: RecentBook) => {
    try {
      const place = await choosePlace({
        what: 'file',
        kinds: ['book'],
        title: t('welcome.recent.findTitle', { name: fileName }),
        action: t('welcome.recent.thisOne'),
      })
      if (place) await open(token, place.token, false)
    } catch (error) {
      sayError(t, error)
    }
  }
  const question = doubt ? (
    <Modal
      opened
      onClose={() => setDoubt(null)}
      title={t('welcome.recent.otherBook')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p>{doubt.text}</p>
      <div className={classes.actions}>
        <Button onClick={() => setDoubt(null)}>{t('common.cancel')}</Button>
        <Button variant="filled" onClick={() => open(doubt.token, doubt.at, true)}>
          {t('welcome.recent.openAnyway')}
        </Button>
      </div>
    </Modal>
  ) : null
  return { find, question }
}
