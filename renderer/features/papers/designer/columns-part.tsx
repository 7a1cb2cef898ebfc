// The columns of a template's table.
import { ActionIcon, Checkbox, NumberInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import classes from '../papers.module.css'
import { movedColumn, shareOf, withColumn, withWidth } from './column-list.ts'
import type { PartProps } from './part.ts'
import { useColumnLabel } from './word-labels.ts'

export function ColumnsPart({ template, header, change }: PartProps) {
  const { t } = useText()
  const { columns } = header
  const shown = columns.map((column) => column.key)
  const others = template.columns.filter((key) => !shown.includes(key))
  const label = useColumnLabel(header)
  const row = { columns, change, label }
  return (
    <>
      <p className={classes.hint}>{t('papers.designer.columnsText')}</p>
      <ul className={classes.columnList} aria-label={t('papers.designer.columns')}>
        {shown.map((key, index) => (
          <ColumnRow key={key} name={key} index={index} {...row} />
        ))}
        {others.map((key) => (
          <li key={key}>
            <Checkbox
              label={label(key)}
              checked={false}
              onChange={() => change({ columns: withColumn(columns, key, true) })}
            />
          </li>
        ))}
      </ul>
    </>
  )
}

type ColumnRowProps = Pick<PartProps, 'change'> & {
  columns: PartProps['header']['columns']
  name: string
  index: number
  label: (key: string) => string
}

function ColumnRow({ columns, change, name, index, label }: ColumnRowProps) {
  const { t, format } = useText()
  const move = (by: -1 | 1) => change({ columns: movedColumn(columns, name, by) })
  return (
    <li>
      <Checkbox
        className={classes.columnName}
        label={label(name)}
        checked
        disabled={columns.length === 1}
        onChange={() => change({ columns: withColumn(columns, name, false) })}
      />
      <NumberInput
        className={classes.width}
        aria-label={t('papers.designer.widthOf', { name: label(name) })}
        min={1}
        max={100}
        value={columns[index]?.width}
        onChange={(width) => typeof width === 'number' && change({ columns: withWidth(columns, name, width) })}
      />
      <span className={classes.share} data-figure>
        {format.percent(shareOf(columns, name))}
      </span>
      <ActionIcon
        size={22}
        aria-label={`${t('common.moveUp')}: ${label(name)}`}
        disabled={index === 0}
        onClick={() => move(-1)}
      >
        <IconChevronUp size={14} stroke={1.5} />
      </ActionIcon>
      <ActionIcon
        size={22}
        aria-label={`${t('common.moveDown')}: ${label(name)}`}
        disabled={index === columns.length - 1}
        onClick={() => move(1)}
      >
        <IconChevronDown size={14} stroke={1.5} />
      </ActionIcon>
    </li>
  )
}
