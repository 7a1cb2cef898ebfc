// Who did how much in which copy since the two parted.

import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import tables from '#renderer/ui/plain-table.module.css'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { CopyWork } from '#shared/schemas/merge.ts'
import type { SideNames } from './side-names.ts'

export function WorkTable({ work, names }: { work: readonly CopyWork[]; names: SideNames }) {
  const { t, format } = useText()
  return (
    <section>
      <SectionTitle>{t('merge.work.title')}</SectionTitle>
      <table className={tables.table}>
        <thead>
          <tr>
            <th scope="col">{t('merge.work.copy')}</th>
            <th scope="col">{t('merge.work.who')}</th>
            <th scope="col" data-numeric>
              {t('merge.work.changes')}
            </th>
            <th scope="col">{t('merge.work.from')}</th>
            <th scope="col">{t('merge.work.to')}</th>
          </tr>
        </thead>
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
