// What was brought together before, newest first, with its undoing while that is possible and the reason when it is not.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import tables from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { PastMerge } from '#shared/schemas/merge.ts'
import { UndoMerge } from './undo-merge.tsx'

export function PastMerges() {
  const { t, format } = useText()
  // Later work anywhere in the book ends the undoing of a merge: what was known of it before says nothing.
  const { data } = useQuery(trpc.host.merge.past.queryOptions(undefined, { staleTime: 0 }))
  if (!data || data.length === 0) return null
  return (
    <section>
      <SectionTitle>{t('merge.past.title')}</SectionTitle>
      <table className={tables.table}>
        <TableHead
          heads={[
            t('merge.past.when'),
            t('merge.past.file'),
            { numeric: t('merge.past.changes') },
            t('merge.past.wayBack'),
          ]}
        />
        <tbody>
          {data.map((merge) => (
            <tr key={merge.id}>
              <td data-figure>{format.instant(merge.at)}</td>
              <td>{merge.fileName}</td>
              <td data-numeric>{format.number(merge.changes)}</td>
              <td>
                <WayBack merge={merge} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function WayBack({ merge }: { merge: PastMerge }) {
  const { t } = useText()
  if (merge.standing === 'undoable') return <UndoMerge id={merge.id} />
  return <span className="q-quiet">{t(`merge.past.standing.${merge.standing}`)}</span>
}
