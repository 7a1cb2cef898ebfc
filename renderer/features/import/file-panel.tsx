// One file: what is in it, how it is read, what it leaves open, and where its columns go.
import { Alert, Select } from '@mantine/core'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { ImportKind } from '#shared/schemas/imports.ts'
import { importKinds } from '#shared/schemas/imports.ts'
import { ColumnTable } from './column-table.tsx'
import { fieldLabel } from './field-label.ts'
import classes from './file-panel.module.css'
import { readAgain } from './file-queue.ts'
import { readinessOf } from './file-readiness.ts'
import { inspectionInWords } from './file-words.ts'
import type { ImportFile } from './import-file.ts'
import { QuestionList } from './question-list.tsx'
import { ReadingSettings } from './reading-settings.tsx'
import { SavedMappings } from './saved-mappings.tsx'

export function FilePanel({ file, bookCurrency }: { file: ImportFile; bookCurrency: string }) {
  const { t, format } = useText()
  const { inspection, failure } = file
  return (
    <section className={classes.panel} aria-label={file.name}>
      <header className={classes.head}>
        <h2 className={classes.title}>{file.name}</h2>
        <p className={classes.words}>
          {inspection ? inspectionInWords(t, format, inspection) : format.fileSize(file.size)}
        </p>
      </header>
      {failure && !inspection ? <ErrorState error={failure} /> : null}
      {failure && inspection ? <Alert color="red">{errorMessage(t, failure)}</Alert> : null}
      {!failure && !inspection ? <LoadingState /> : null}
      {inspection ? (
        <div className={classes.body} aria-busy={file.isReading || undefined}>
          <div className={classes.settings}>
            <KindSelect file={file} />
            <ReadingSettings file={file} inspection={inspection} />
          </div>
          <Obstacle file={file} />
          {inspection.kind === null ? null : (
            <>
              <QuestionList file={file} inspection={inspection} bookCurrency={bookCurrency} />
              <ColumnTable file={file} inspection={inspection} />
              <SavedMappings file={file} inspection={inspection} />
            </>
          )}
        </div>
      ) : null}
    </section>
  )
}

/** What it was taken for; the likelier kinds first. */
function KindSelect({ file }: { file: ImportFile }) {
  const { t } = useText()
  const { kind, otherKinds } = file.inspection ?? { kind: null, otherKinds: [] }
  const likely = kind ? [kind, ...otherKinds] : otherKinds
  const option = (one: ImportKind) => ({ value: one, label: t(`import.kinds.${one}`) })
  const others = importKinds.filter((one) => !likely.includes(one))
  const groups = [
    { group: t('import.file.likelyKinds'), items: likely.map(option) },
    { group: t('import.file.otherKinds'), items: others.map(option) },
  ]
  return (
    <Select
      label={t('import.file.kind')}
      placeholder={t('import.readiness.unknown')}
      data={groups.filter(({ items }) => items.length > 0)}
      value={kind}
      onChange={(value) => value && readAgain(file, { kind: value as ImportKind })}
    />
  )
}

function Obstacle({ file }: { file: ImportFile }) {
  const { t, format } = useText()
  const readiness = readinessOf(file)
  if (readiness.state === 'unknown') return <Alert color="yellow">{t('import.file.kindUnknown')}</Alert>
  if (readiness.state !== 'lacks-columns') return null
  const fields = format.list(readiness.fields.map((field) => fieldLabel(t, field)))
  return <Alert color="yellow">{t('import.file.lacks', { fields })}</Alert>
}
