// One line of the timeline: what happened, then who did it and when.
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { InHistory } from '#renderer/ui/record-history/in-history.tsx'
import type { TimelineEntry } from '#shared/schemas/timeline.ts'
import classes from './timeline.module.css'

type LineProps = { entry: TimelineEntry; what: string; detail?: ReactNode; children?: ReactNode }

/** What happened in bold, what it happened to behind it, then who and when. */
export function Line({ entry, what, detail, children }: LineProps) {
  const { t, format, language } = useText()
  const person = entry.person ? nameIn(language, entry.person) : t('history.unknownPerson')
  const who = t('history.by', { time: format.instant(entry.at), person })
  const copy = entry.copy ? t('history.copy', { letters: entry.copy }) : ''
  return (
    <>
      <p className={classes.what}>
        <strong>{what}</strong> {detail}
      </p>
      <p className={classes.who}>
        <InHistory operationId={entry.operationId}>{[who, copy].filter(Boolean).join(' · ')}</InHistory>
      </p>
      {children}
    </>
  )
}
