// The beginning: which other copy, its passphrase where it has one, and what was brought together before.
import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { DropPlace } from '#renderer/ui/drop-place.tsx'
import { LinkButton } from '#renderer/ui/link-button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import classes from './choose-step.module.css'
import type { MergeSession } from './merge-session.ts'
import { PassphraseForm } from './passphrase-form.tsx'
import { PastMerges } from './past-merges.tsx'
import { look, lookAt } from './run-merge.ts'

export function ChooseStep({ session, isOver }: { session: MergeSession; isOver: boolean }) {
  const { t } = useText()
  const { mayWrite } = useMayWrite()
  return (
    <ScrollRegion name={t('merge.steps.choose')} className={classes.body} isOver={isOver}>
      {mayWrite ? null : <Notice tone="warn">{t('merge.choose.readOnly')}</Notice>}
      <ChooseError error={session.error} />
      {session.copy && session.needsPassphrase ? (
        <PassphraseForm name={session.copy.name} hasFailed={session.error !== null} />
      ) : (
        <ChooseArea isOver={isOver} />
      )}
      <PastMerges />
    </ScrollRegion>
  )
}

function ChooseArea({ isOver }: { isOver: boolean }) {
  const { t } = useText()
  return (
    <DropPlace
      icon={<IconArrowMerge size={32} stroke={1.2} />}
      label={t('merge.choose.title')}
      title={t(isOver ? 'merge.choose.letGo' : 'merge.choose.title')}
      text={t('merge.choose.text')}
      isOver={isOver}
    >
      <ChooseButton />
    </DropPlace>
  )
}

function ChooseButton() {
  const { t } = useText()
  const choose = async () => {
    try {
      const title = t('merge.choose.button')
      const place = await choosePlace({ what: 'file', kinds: ['book', 'encrypted'], title })
      if (place) await lookAt({ token: place.token, name: place.name })
    } catch (error) {
      sayError(t, error)
    }
  }
  return (
    <Button variant="filled" onClick={choose}>
      {t('merge.choose.button')}
    </Button>
  )
}

/** Another book has a way in, too, and so has a book that changed meanwhile. */
function ChooseError({ error }: { error: unknown }) {
  const { t } = useText()
  if (!error) return null
  const { code } = failureOf(error)
  return (
    <Notice
      tone="bad"
      actions={
        code === 'merge/another-book' ? (
          <LinkButton to="/import">{t('merge.choose.importInstead')}</LinkButton>
        ) : code === 'merge/look-again' || code === 'merge/busy' ? (
          <Button onClick={() => look()}>{t('merge.lookAgain')}</Button>
        ) : null
      }
    >
      {errorMessage(t, error)}
    </Notice>
  )
}
