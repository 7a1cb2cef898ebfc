// Why a step did not come to an end.
import { Button } from '@mantine/core'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { look } from './run-merge.ts'

/** After a change in the meantime, with the way to look again. */
export function StepError({ error }: { error: unknown }) {
  const { t } = useText()
  if (!error) return null
  const isOld = failureOf(error).code === 'merge/look-again'
  return (
    <Notice tone="bad" actions={isOld ? <Button onClick={() => look()}>{t('merge.lookAgain')}</Button> : null}>
      {errorMessage(t, error)}
    </Notice>
  )
}
