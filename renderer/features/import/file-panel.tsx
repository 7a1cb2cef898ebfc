// One file: what is in it, how it is read, what it leaves open, and where its columns go.

import { Select } from '@mantine/core'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { ErrorState } from '#renderer/ui/error-state.tsx'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import type { ImportKind, Inspection } from '#shared/schemas/imports.ts'
import { importKinds } from '#shared/schemas/imports.ts'
import { ColumnMeanings } from './column-meanings.tsx'
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
      {failure && inspection ? <Notice tone="bad">{errorMessage(t, failure)}</Notice> : null}
      {!failure && !inspection ? <LoadingState /> : null}
      {inspection ? (
        <div className={classes.body} aria-busy={file.isReading || undefined}>
          <div className={classes.settings}>
            <KindSelect file={file} />
            <ReadingSettings file={file} inspection={inspection} />
          </div>
          <Doubts doubts={inspection.doubts} />
          <Obstacle file={file} />
          {inspection.kind === null ? null : (
            <>
              <QuestionList file={file} inspection={inspection} bookCurrency={bookCurrency} />
              <ColumnTable file={file} inspection={inspection} />
              <ColumnMeanings file={file} inspection={inspection} />
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

/** What may have been read wrongly; the columns below let it be seen. */
function Doubts({ doubts }: { doubts: Inspection['doubts'] }) {
  const { t, format } = useText()
  const count = doubts.strayBytes + doubts.unreadable
  const said = [
    ...(doubts.encoding ? [t('import.doubts.encoding')] : []),
    ...(doubts.delimiter ? [t('import.doubts.delimiter')] : []),
    ...(count > 0 ? [t('import.doubts.bytes', { count, formatted: format.number(count) })] : []),
  ]
  return said.length > 0 ? <Notice tone="warn">{said.join(' ')}</Notice> : null
}

function Obstacle({ file }: { file: ImportFile }) {
  const { t, format } = useText()
  const readiness = readinessOf(file)
  if (readiness.state === 'unknown') return <Notice tone="warn">{t('import.file.kindUnknown')}</Notice>
  if (readiness.state !== 'lacks-columns') return null
  const fields = format.list(readiness.fields.map((field) => fieldLabel(t, field)))
  return <Notice tone="warn">{t('import.file.lacks', { fields })}</Notice>
}
