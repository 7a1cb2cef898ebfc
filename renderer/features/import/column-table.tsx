// Columns onto fields: guessed, shown with what stands in them, changed here.
import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { Inspection } from '#shared/schemas/imports.ts'
import classes from './column-table.module.css'
import { fieldLabel } from './field-label.ts'
import { chosenColumns, type ImportFile, withColumn } from './import-file.ts'
import { changeFile } from './session-store.ts'

type ColumnTableProps = { file: ImportFile; inspection: Inspection }

const leftOut = ''

export function ColumnTable({ file, inspection }: ColumnTableProps) {
  const { t, format } = useText()
  const chosen = chosenColumns(file)
  const options = useFieldOptions(inspection)
  const used = Object.values(chosen).filter((field) => field !== null).length
  const count = inspection.columns.length
  return (
    <section>
      <h3 className={classes.title}>
        {t('import.columns.title')}
        <span className={classes.count}>
          {t('import.columns.used', { count, used: format.number(used), formatted: format.number(count) })}
        </span>
      </h3>
      <table className={classes.table}>
        <TableHead heads={[t('import.columns.column'), t('import.columns.samples'), t('import.columns.field')]} />
        <tbody>
          {inspection.columns.map(({ name, samples }) => (
            <tr key={name} data-left-out={chosen[name] === null || undefined}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td className={classes.samples}>
                {samples.length > 0 ? samples.join(' · ') : t('import.columns.empty')}
              </td>
              <td>
                <Select
                  aria-label={t('import.columns.fieldOf', { column: name })}
                  searchable
                  selectFirstOptionOnChange
                  data={withOwn(options, chosen[name] ?? null, (key) => fieldLabel(t, key))}
                  value={chosen[name] ?? leftOut}
                  onChange={(field) => changeFile(file.id, (entry) => withColumn(entry, name, field || null))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type Option = { value: string; label: string }

function useFieldOptions({ fields }: Inspection): Option[] {
  const { t } = useText()
  return useMemo(() => {
    const label = (key: string, isRequired: boolean) =>
      isRequired ? `${fieldLabel(t, key)} (${t('import.columns.required')})` : fieldLabel(t, key)
    const choices = fields.map(({ key, isRequired }) => ({ value: key, label: label(key, isRequired) }))
    return [{ value: leftOut, label: t('import.columns.leaveOut') }, ...choices]
  }, [fields, t])
}

/** Fields that only this column can have, such as the rate of one currency, are offered here alone. */
function withOwn(options: Option[], field: string | null, label: (key: string) => string): Option[] {
  if (field === null || options.some(({ value }) => value === field)) return options
  return [...options, { value: field, label: label(field) }]
}
