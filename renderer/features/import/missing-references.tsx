// What rows refer to and the book does not know: made first when the user says so.
import { Switch } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import type { ImportReport } from '#shared/schemas/imports.ts'
import classes from './missing-references.module.css'
import { isMakeable, missingInWords, whatInWords } from './missing-words.ts'
import { setMakeMissing } from './run-session.ts'

type MissingReferencesProps = { report: ImportReport; makeMissing: boolean }

export function MissingReferences({ report, makeMissing }: MissingReferencesProps) {
  const { t, format } = useText()
  const { missing, made } = report
  if (missing.length === 0 && made.length === 0) return null
  const makeable = makeMissing ? made : missing.filter(({ kind }) => isMakeable(kind))
  const what = format.list(makeable.map((one) => whatInWords(t, format, one)))
  return (
    <Notice tone="warn" title={missing.length > 0 ? t('import.missing.title') : null}>
      <ul className={classes.list} hidden={missing.length === 0}>
        {missing.map((one) => (
          <li key={one.kind}>{missingInWords(t, format, one)}</li>
        ))}
      </ul>
      {makeable.length > 0 ? (
        <Switch
          className={classes.switch}
          size="xs"
          label={t('import.missing.make', { what })}
          description={t('import.missing.makeText')}
          checked={makeMissing}
          onChange={(event) => setMakeMissing(event.currentTarget.checked)}
        />
      ) : null}
      {missing.some(({ kind }) => !isMakeable(kind)) ? (
        <p className={classes.note}>{t('import.missing.cannotMake')}</p>
      ) : null}
    </Notice>
  )
}
