// What rows refer to and the book does not know: made first when the user says so.
import { Switch } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
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
    <section className={classes.missing}>
      {missing.length > 0 ? <h3 className={classes.title}>{t('import.missing.title')}</h3> : null}
      <ul className={classes.list}>
        {missing.map((one) => (
          <li key={one.kind}>{missingInWords(t, format, one)}</li>
        ))}
      </ul>
      {makeable.length > 0 ? (
        <Switch
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
    </section>
  )
}
