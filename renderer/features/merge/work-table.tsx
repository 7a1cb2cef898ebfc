// Who did how much in which copy since the two parted.

import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import tables from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import type { CopyWork } from '#shared/schemas/merge.ts'
import type { SideNames } from './side-names.ts'

export function WorkTable({ work, names }: { work: readonly CopyWork[]; names: SideNames }) {
  const { t, format } = useText()
  return (
    <section>
      <SectionTitle>{t('merge.work.title')}</SectionTitle>
      <table className={tables.table}>
        <TableHead
          heads={[
            t('merge.work.copy'),
            t('merge.work.who'),
            { numeric: t('merge.work.changes') },
            t('merge.work.from'),
            t('merge.work.to'),
          ]}
        />
        <tbody>
          {work.map(({ side, copy, person, changes, firstAt, lastAt }) => (
            <tr key={`${side} ${copy} ${person?.name ?? ''}`}>
              <td>
                {names[side]}
                {copy ? <span className="q-quiet"> {copy}</span> : null}
              </td>
              <td>{person ? nameIn(format.language, person) : t('merge.someone')}</td>
              <td data-numeric>{format.number(changes)}</td>
              <td data-figure>{format.instant(firstAt)}</td>
              <td data-figure>{format.instant(lastAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
