// What would go, counted, before anything is made.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { RedactedTable, Redaction } from '#shared/schemas/copies.ts'
import classes from './copies.module.css'
import { columnWords, tableWords } from './copy-words.ts'

export function RedactionPreview({ redact }: { redact: readonly Redaction[] }) {
  const { t } = useText()
  const preview = useQuery({
    ...trpc.copies.preview.queryOptions({ redact: [...redact] }),
    // The table stays while the next choice is counted.
    placeholderData: (before) => before,
  })
  return (
    <QueryState query={preview}>
      {({ tables }) =>
        tables.length === 0 ? (
          <p className={classes.text}>{t('copies.redact.nothing')}</p>
        ) : (
          <RedactedTables tables={tables} />
        )
      }
    </QueryState>
  )
}

export function RedactedTables({ tables }: { tables: readonly RedactedTable[] }) {
  const { t, format } = useText()
  return (
    <table className={tableClasses.table}>
      <caption className={classes.caption}>{t('copies.redact.preview')}</caption>
      <TableHead heads={[t('copies.redact.what'), t('copies.redact.goes'), { numeric: t('copies.redact.count') }]} />
      <tbody>
        {tables.map(({ table, rows, isWhole, columns }) => (
          <tr key={`${table}-${isWhole}`}>
            <th scope="row">{tableWords(t, table)}</th>
            <td>{isWhole ? t('copies.redact.all') : columnWords(t, table, columns).join(t('copies.gap'))}</td>
            <td data-numeric data-figure>
              {format.number(rows)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
