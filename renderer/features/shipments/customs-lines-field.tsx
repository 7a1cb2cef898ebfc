// The HS lines of an entry at customs, as a table to write in.
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { CountrySelect } from '#renderer/ui/country-select.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { CustomsFieldProps } from './customs-dialog.tsx'
import { type CustomsLineForm, newCustomsLine } from './customs-form.ts'
import classes from './shipments.module.css'

const heads = ['hsCode', 'description', 'origin', 'quantity', 'unit', 'net', 'gross', 'lineValue'] as const

/** `children`: other ways to lines, beside the one to an empty line. */
export function CustomsLinesField({ form, set, problems, children }: CustomsFieldProps & { children: ReactNode }) {
  const { t } = useText()
  const change = (index: number, part: Partial<CustomsLineForm>) =>
    set({ lines: form.lines.map((line, at) => (at === index ? { ...line, ...part } : line)) })
  const remove = (index: number) => set({ lines: form.lines.filter((_, at) => at !== index) })
  return (
    <>
      {form.lines.length > 0 ? (
        <div className={classes.tableFrame}>
          <table className={`${classes.table} ${classes.edit}`}>
            <thead>
              <tr>
                {heads.map((key) => (
                  <th key={key} scope="col">
                    {t(`shipments.fields.${key}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {form.lines.map((line, index) => (
                <LineRow
                  key={line.key}
                  line={line}
                  number={index + 1}
                  problem={(field) => problems[`lines.${index}.${field}`]}
                  onChange={(part) => change(index, part)}
                  onRemove={() => remove(index)}
                />
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      <div className={classes.actions}>
        <Button
          leftSection={<IconPlus size={14} stroke={1.5} />}
          onClick={() => set({ lines: [...form.lines, newCustomsLine()] })}
        >
          {t('shipments.customs.addLine')}
        </Button>
        {children}
      </div>
    </>
  )
}

type RowProps = {
  line: CustomsLineForm
  number: number
  problem: (field: string) => string | undefined
  onChange: (part: Partial<CustomsLineForm>) => void
  onRemove: () => void
}

function LineRow({ line, number, problem, onChange, onRemove }: RowProps) {
  const { t } = useText()
  const label = (key: (typeof heads)[number]) => `${t(`shipments.fields.${key}`)} ${number}`
  const text = (field: 'hsCode' | 'description' | 'unit', name: (typeof heads)[number]) => (
    <TextInput
      aria-label={label(name)}
      value={line[field]}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  )
  const figure = (field: 'quantity' | 'net' | 'gross' | 'value', name: (typeof heads)[number], unit?: string) => (
    <DecimalInput
      aria-label={label(name)}
      value={line[field]}
      error={problem(field)}
      onChange={(value) => onChange({ [field]: value })}
      {...(unit && { unit })}
    />
  )
  return (
    <tr>
      <td className={classes.short}>{text('hsCode', 'hsCode')}</td>
      <td className={classes.long}>{text('description', 'description')}</td>
      <td className={classes.long}>
        <CountrySelect
          aria-label={label('origin')}
          value={line.originCountry}
          onChange={(originCountry) => onChange({ originCountry })}
        />
      </td>
      <td className={classes.short}>{figure('quantity', 'quantity')}</td>
      <td className={classes.short}>{text('unit', 'unit')}</td>
      <td className={classes.short}>{figure('net', 'net', 'kg')}</td>
      <td className={classes.short}>{figure('gross', 'gross', 'kg')}</td>
      <td className={classes.short}>{figure('value', 'lineValue')}</td>
      <td>
        <ActionIcon
          variant="subtle"
          aria-label={t('shipments.customs.removeLine', { line: number })}
          onClick={onRemove}
        >
          <IconX size={14} stroke={1.5} />
        </ActionIcon>
      </td>
    </tr>
  )
}
