// Keys of a block that no record has: listed, with the way to bring their rows in as new records.
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { carryFiles } from '#renderer/lib/carried-files.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PasteReport } from '#shared/schemas/cells.ts'
import type { RecordListName } from '#shared/schemas/lists.ts'
import { Notice } from '../../notice.tsx'
import { csvFromRows } from './table-text.ts'

const keysSaid = 12

type UnknownKeysProps = {
  report: PasteReport
  rows: readonly (readonly string[])[]
  list: RecordListName
  onClose: () => void
}

export function UnknownKeys({ report, rows, list, onClose }: UnknownKeysProps) {
  const { t, format } = useText()
  const navigate = useNavigate()
  const { unknown } = report
  if (unknown.length === 0) return null
  const said = unknown.slice(0, keysSaid).map(({ key }) => key)
  const more = unknown.length - said.length
  const carry = () => {
    carryFiles([fileOf(report, rows, list)])
    onClose()
    navigate({ to: '/import' })
  }
  return (
    <Notice
      tone="warn"
      title={t('lists.paste.noRecord', { count: unknown.length, formatted: format.number(unknown.length) })}
      actions={<Button onClick={carry}>{t('lists.paste.import')}</Button>}
    >
      {said.join(', ')}
      {more > 0 ? ` ${t('lists.paste.more', { count: more, formatted: format.number(more) })}` : null}
    </Notice>
  )
}

/** Their rows below the names of the columns, as a file that the import reads. */
function fileOf({ unknown, columns, hasHeader }: PasteReport, rows: UnknownKeysProps['rows'], list: string): File {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  const body = hasHeader ? filled.slice(1) : filled
  const head = columns.map(({ header, column }) => header || column || '')
  const taken = unknown.flatMap(({ row }) => [body[row] ?? []])
  return new File([`\ufeff${csvFromRows([head, ...taken])}`], `${list}.csv`, { type: 'text/csv' })
}
