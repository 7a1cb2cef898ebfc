// Asks what to do when the record was changed by someone while its form was being filled.
import { Button } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { Failure } from '#shared/errors.ts'
import { Notice } from '../notice.tsx'

/** What the host said of a change: by whom (nobody it knows: empty names), when, and what the record is now. */
export type ChangedSince = { revision: string; at: number; name: string; nameZh: string }

export function changedSinceOf({ code, details }: Failure): ChangedSince | null {
  if (code !== 'records/changed-since') return null
  const { revision, at, person, personZh } = details
  return { revision: String(revision), at: Number(at), name: String(person ?? ''), nameZh: String(personZh ?? '') }
}

type ChangedNoticeProps = {
  changed: ChangedSince
  isBusy: boolean
  /** Left out where what changed stands in the history beside the form. */
  onTakeTheirs?: () => void
  onSaveMine: () => void
}

export function ChangedNotice({ changed, isBusy, onTakeTheirs, onSaveMine }: ChangedNoticeProps) {
  const { t, format, language } = useText()
  const person = nameIn(language, changed)
  const time = format.instant(changed.at)
  return (
    <Notice
      tone="warn"
      title={person ? t('fields.form.changedBy', { person, time }) : t('fields.form.changedNobody', { time })}
      actions={
        <>
          {onTakeTheirs ? (
            <Button onClick={onTakeTheirs} loading={isBusy}>
              {t('fields.form.takeTheirs')}
            </Button>
          ) : null}
          <Button onClick={onSaveMine} disabled={isBusy}>
            {t('fields.form.saveMine')}
          </Button>
        </>
      }
    >
      {t('fields.form.changedText')}
    </Notice>
  )
}
