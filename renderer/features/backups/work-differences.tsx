// Work that one of two states of the book has and the other has not: by whom, when, how much of which kind.
import { useText } from '#renderer/lib/language.ts'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { HeadingLevel, SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { WorkDifference } from '#shared/schemas/backups.ts'
import { namedKinds } from './backup-words.ts'
import classes from './backups.module.css'

export function WorkDifferences({ title, work }: { title: string; work: WorkDifference }) {
  const { t, format } = useText()
  if (work.operations === 0) return null
  const at = (moment: number | null) => (moment === null ? '' : format.instant(moment))
  const figure = (count: number) => (count === 0 ? <span className="q-quiet">–</span> : format.number(count))
  return (
    <section aria-label={title}>
      <HeadingLevel value={3}>
        <SectionTitle>{title}</SectionTitle>
      </HeadingLevel>
      <p className={classes.sums}>
        {t('backups.preview.sinceSum', {
          count: work.operations,
          formatted: format.number(work.operations),
          people: work.people.length > 0 ? format.list(work.people) : t('backups.preview.nobody'),
          from: at(work.firstAt),
          to: at(work.lastAt),
        })}
      </p>
      {work.kinds.length === 0 ? null : (
        <table className={tableClasses.table} aria-label={title}>
          <TableHead
            heads={[
              t('backups.preview.kind'),
              { numeric: t('backups.preview.added') },
              { numeric: t('backups.preview.changed') },
              { numeric: t('backups.preview.removed') },
            ]}
          />
          <tbody>
            {namedKinds(t, work.kinds).map(({ table, name, added, changed, removed }) => (
              <tr key={table}>
                <th scope="row">{name}</th>
                <td data-numeric>{figure(added)}</td>
                <td data-numeric>{figure(changed)}</td>
                <td data-numeric>{figure(removed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
