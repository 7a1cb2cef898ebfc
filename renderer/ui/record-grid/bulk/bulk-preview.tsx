// What a change in bulk would do: how many change, stay or are refused and why, and the first of them.
import { Stack } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import type { BulkReport } from '#shared/schemas/cells.ts'
import { Notice } from '../../notice.tsx'
import { ChangesTable } from '../changes-table.tsx'
import { refusalText } from '../edit/refusal-text.ts'
import type { AnyColumn } from '../grid-scope.ts'

export function BulkPreview({ report, columns }: { report: BulkReport; columns: readonly AnyColumn[] }) {
  const { t, format } = useText()
  const counted = (count: number) => ({ count, formatted: format.number(count) })
  const said = [
    t('lists.bulk.changed', counted(report.changed)),
    ...(report.same > 0 ? [t('lists.bulk.same', counted(report.same))] : []),
    ...(report.refused > 0 ? [t('lists.bulk.refused', counted(report.refused))] : []),
  ]
  const shown = [...report.refusedRows.slice(0, 5), ...report.changedRows].filter(
    (row, index, all) => all.findIndex(({ id }) => id === row.id) === index,
  )
  return (
    <Stack gap="sm">
      <p role="status">{said.join(' ')}</p>
      {report.reasons.length > 0 ? (
        <Notice tone="warn" title={t('lists.bulk.why')}>
          {report.reasons.map(({ refusal, count }) => (
            <p key={`${refusal.code} ${refusal.details.expected ?? ''}`}>
              {format.number(count)} × {refusalText(t, refusal)}
            </p>
          ))}
        </Notice>
      ) : null}
      {shown.length > 0 ? <ChangesTable label={t('lists.bulk.first')} rows={shown} columns={columns} /> : null}
    </Stack>
  )
}
