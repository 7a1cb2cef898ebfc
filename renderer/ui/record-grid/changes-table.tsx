// Records with what becomes of their cells: before and after, and refusals with their reason where they stand.
import { Table } from '@mantine/core'
import { IconArrowNarrowRight } from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import type { CellOutcome, ChangedRow } from '#shared/schemas/cells.ts'
import { ScrollRegion } from '../scroll-region.tsx'
import { cellWords, columnOf } from './cell-words.ts'
import classes from './changes-table.module.css'
import { refusalText } from './edit/refusal-text.ts'
import { isNumeric } from './grid-column.ts'
import type { AnyColumn } from './grid-scope.ts'

type ChangesTableProps = { label: string; rows: readonly ChangedRow[]; columns: readonly AnyColumn[] }

export function ChangesTable({ label, rows, columns }: ChangesTableProps) {
  const { t } = useText()
  const keys = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.column)))]
  return (
    <ScrollRegion name={label} className={classes.region}>
      <Table className={classes.table} stickyHeader verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('lists.record')}</Table.Th>
            {keys.map((key) => (
              <Table.Th key={key} data-numeric={isFigure(columnOf(columns, key)) || undefined}>
                {columnOf(columns, key)?.label ?? key}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Th scope="row" className={classes.name}>
                {row.name}
              </Table.Th>
              {keys.map((key) => (
                <OutcomeCell
                  key={key}
                  cell={row.cells.find((one) => one.column === key)}
                  column={columnOf(columns, key)}
                />
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  )
}

function isFigure(column: AnyColumn | undefined): boolean {
  return column !== undefined && isNumeric(column.kind)
}

function OutcomeCell({ cell, column }: { cell: CellOutcome | undefined; column: AnyColumn | undefined }) {
  const text = useText()
  if (!cell) return <Table.Td />
  const words = (value: string) => cellWords(text, column, value)
  if (cell.refusal) {
    return (
      <Table.Td className={classes.refused}>
        <strong>{text.t('lists.stays')}</strong> {refusalText(text.t, cell.refusal)}
      </Table.Td>
    )
  }
  const numeric = isFigure(column) || undefined
  if (cell.before === cell.after) {
    return (
      <Table.Td className={classes.same} data-numeric={numeric}>
        {words(cell.before)}
      </Table.Td>
    )
  }
  return (
    <Table.Td data-numeric={numeric}>
      <span className={classes.before}>{words(cell.before)}</span>
      <IconArrowNarrowRight size={14} stroke={1.5} className={classes.arrow} aria-label={text.t('lists.becomes')} />
      <span>{words(cell.after)}</span>
    </Table.Td>
  )
}
