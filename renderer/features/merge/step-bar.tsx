// The foot of a step: what stands open in a sentence, and the ways on.

import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { look } from './run-merge.ts'
import classes from './step-bar.module.css'

export function StepBar({ text, children }: { text?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.bar}>
      <p className={classes.text}>{text}</p>
      {children}
    </div>
  )
}

/** Why it did not come to an end; after a change in the meantime, the way to look again. */
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
