// A file's own words for a status and the like, each with what it means; said here where it is not understood.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import type { InspectedColumn, Inspection } from '#shared/schemas/imports.ts'
import classes from './column-meanings.module.css'
import { chosenColumns, type ImportFile, withMeaning } from './import-file.ts'
import { choiceLabel } from './meaning-words.ts'
import { changeFile } from './session-store.ts'

const unread = 'unread'
const nothing = ''

/** The columns of which each word has a meaning to choose. */
export function ColumnMeanings({ file, inspection }: { file: ImportFile; inspection: Inspection }) {
  const chosen = chosenColumns(file)
  const choicesOf = new Map(inspection.fields.map(({ key, choices }) => [key, choices]))
  return inspection.columns.map((column) => {
    const choices = choicesOf.get(chosen[column.name] ?? '') ?? []
    return choices.length > 0 && column.values.length > 0 ? (
      <MeaningList key={column.name} file={file} column={column} choices={choices} />
    ) : null
  })
}

type ListProps = { file: ImportFile; column: InspectedColumn; choices: readonly string[] }

function MeaningList({ file, column, choices }: ListProps) {
  const { t } = useText()
  const said = file.meanings[column.name] ?? {}
  const options = [
    ...choices.map((choice) => ({ value: choice, label: choiceLabel(t, choice) })),
    { value: nothing, label: t('import.meanings.nothing') },
  ]
  return (
    <section>
      <h3 className={classes.title}>{t('import.meanings.title', { column: column.name })}</h3>
      <dl className={classes.list}>
        {column.values.map(({ text, meaning }) => {
          const value = said[text] ?? meaning ?? unread
          const data = value === unread ? [...options, { value: unread, label: t('import.meanings.unread') }] : options
          return (
            <div key={text} className={classes.row}>
              <dt title={text}>{text}</dt>
              <dd>
                <Select
                  aria-label={t('import.meanings.word', { text })}
                  data={data}
                  value={value}
                  error={value === unread}
                  onChange={(picked) =>
                    picked !== null && picked !== unread
                      ? changeFile(file.id, (entry) => withMeaning(entry, column.name, { [text]: picked }))
                      : undefined
                  }
                />
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
