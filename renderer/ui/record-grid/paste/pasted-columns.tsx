// How the rows of a block find their records, and where its columns go.
import { useText } from '#renderer/lib/language.ts'
import type { PastedColumn, PasteReport } from '#shared/schemas/cells.ts'
import { columnOf } from '../cell-words.ts'
import type { AnyColumn } from '../grid-scope.ts'

export function PastedColumns({ report, columns }: { report: PasteReport; columns: readonly AnyColumn[] }) {
  const { t, format } = useText()
  const nameOf = (key: string | null) => columnOf(columns, key)?.label ?? key ?? ''
  const named = (use: PastedColumn['use']) =>
    report.columns.filter((one) => one.use === use).map(({ header, column }) => (column ? nameOf(column) : header))
  // What finds none, or more than one, is said below.
  const found = report.rows - report.unknown.length - report.ambiguous.length
  const rows = { count: found, formatted: format.number(found) }
  const unknown = named('unknown').filter((name) => name !== '')
  const locked = named('locked')
  return (
    <div>
      <p>
        {report.keys.length > 0
          ? t('lists.paste.byKey', { ...rows, list: format.list(report.keys.map(nameOf)) })
          : t('lists.paste.byPlace', rows)}{' '}
        {named('edit').length > 0 ? t('lists.paste.columns', { list: format.list(named('edit')) }) : null}
      </p>
      {locked.length > 0 ? <p className="q-quiet">{t('lists.paste.locked', { list: format.list(locked) })}</p> : null}
      {unknown.length > 0 ? (
        <p className="q-quiet">{t('lists.paste.unknown', { list: format.list(unknown) })}</p>
      ) : null}
    </div>
  )
}
