// What becomes of each file's rows, in counts.

import { useText } from '#renderer/lib/language.ts'
import type { ImportReport } from '#shared/schemas/imports.ts'
import classes from './counts-table.module.css'
import { type Counts, countsOf } from './report-counts.ts'

export function CountsTable({ report }: { report: ImportReport }) {
  const { t } = useText()
  const total = countsOf(report)
  const hasSkipped = total.skipped > 0
  const hasMerged = total.merged > 0
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('import.counts.file')}</th>
          <th scope="col">{t('import.counts.kind')}</th>
          <th scope="col">{t('import.counts.new')}</th>
          <th scope="col">{t('import.counts.changed')}</th>
          <th scope="col">{t('import.counts.unchanged')}</th>
          {hasMerged ? <th scope="col">{t('import.counts.merged')}</th> : null}
          <th scope="col">{t('import.counts.refused')}</th>
          {hasSkipped ? <th scope="col">{t('import.counts.skipped')}</th> : null}
        </tr>
      </thead>
      <tbody>
        {report.files.map((file) => (
          <tr key={file.file}>
            <th scope="row">{file.name}</th>
            <td>{t(`import.kinds.${file.kind}`)}</td>
            <Cells counts={file} hasSkipped={hasSkipped} hasMerged={hasMerged} />
          </tr>
        ))}
      </tbody>
      {report.files.length > 1 ? (
        <tfoot>
          <tr>
            <th scope="row">{t('import.counts.total')}</th>
            <td />
            <Cells counts={total} hasSkipped={hasSkipped} hasMerged={hasMerged} />
          </tr>
        </tfoot>
      ) : null}
    </table>
  )
}

type CellsProps = { counts: Counts; hasSkipped: boolean; hasMerged: boolean }

function Cells({ counts, hasSkipped, hasMerged }: CellsProps) {
  const { format } = useText()
  const cell = (count: number) => <td data-none={count === 0 || undefined}>{format.number(count)}</td>
  return (
    <>
      {cell(counts.new)}
      {cell(counts.changed)}
      {cell(counts.unchanged)}
      {hasMerged ? cell(counts.merged) : null}
      <td data-none={counts.refusedRows === 0 || undefined} data-refused={counts.refusedRows > 0 || undefined}>
        {format.number(counts.refusedRows)}
      </td>
      {hasSkipped ? cell(counts.skipped) : null}
    </>
  )
}
