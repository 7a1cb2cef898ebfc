// The people who use the book: few enough to stand on one page.
import { Button } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { nameIn, namesIn } from '#renderer/lib/names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Page } from '#renderer/ui/page.tsx'
import tableClasses from '#renderer/ui/plain-table.module.css'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { StatusBadge } from '#renderer/ui/status-badge.tsx'
import { TableHead } from '#renderer/ui/table-head.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Person } from '#shared/schemas/people.ts'
import type { Revised } from '#shared/schemas/records.ts'
import { PersonDialog } from './person-dialog.tsx'
import { WhoAmI } from './who-am-i.tsx'

export function PeopleScreen() {
  const { t } = useText()
  const [archived, setArchived] = useState(false)
  const query = useQuery(trpc.people.list.queryOptions({ archived }))
  const [edited, setEdited] = useState<Revised<Person> | 'new' | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const add = () => setEdited('new')
  const { ifMayWrite } = useMayWrite()
  useHotkeys([['N', ifMayWrite(add)]])
  return (
    <Page
      title={t('people.title')}
      subtitle={t('people.subtitle')}
      actions={
        <>
          <Button aria-pressed={archived} onClick={() => setArchived(!archived)}>
            {t(archived ? 'lists.showLive' : 'lists.showArchived')}
          </Button>
          <WriteGate>
            <Button onClick={() => setChoosing(true)}>{t('people.who.change')}</Button>
          </WriteGate>
          <WriteGate>
            <Button variant="filled" onClick={add}>
              {t('people.new')}
            </Button>
          </WriteGate>
        </>
      }
    >
      <QueryState query={query}>
        {(people) =>
          people.length === 0 ? <NoPeople archived={archived} /> : <PeopleTable people={people} onEdit={setEdited} />
        }
      </QueryState>
      {edited ? <PersonDialog person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      {isChoosing ? <WhoAmI onClose={() => setChoosing(false)} /> : null}
    </Page>
  )
}

function NoPeople({ archived }: { archived: boolean }) {
  const { t } = useText()
  if (archived) return <EmptyState title={t('lists.empty.archived')}>{t('lists.empty.archivedText')}</EmptyState>
  return <EmptyState title={t('people.empty.title')}>{t('people.empty.text')}</EmptyState>
}

type TableProps = { people: readonly Revised<Person>[]; onEdit: (person: Revised<Person>) => void }

function PeopleTable({ people, onEdit }: TableProps) {
  const { t, language } = useText()
  const { person: me } = useBook()
  return (
    <table className={tableClasses.table} aria-label={t('people.list')}>
      <TableHead
        heads={[
          t('people.fields.name'),
          t('people.fields.title'),
          t('people.fields.email'),
          t('people.fields.phone'),
          '',
        ]}
      />
      <tbody>
        {people.map((person) => {
          const [name = '', other] = namesIn(language, person.name, person.nameZh)
          return (
            <tr key={person.id}>
              <th scope="row">
                {name} {other ? <span className="q-quiet">{other}</span> : null}{' '}
                {person.id === me?.id ? <StatusBadge tone="accent">{t('people.you')}</StatusBadge> : null}
              </th>
              <td>{person.title}</td>
              <td>{person.email}</td>
              <td data-figure>{person.phone}</td>
              <td data-numeric>
                <WriteGate>
                  <Button
                    variant="subtle"
                    onClick={() => onEdit(person)}
                    aria-label={`${t('common.edit')}: ${nameIn(language, person)}`}
                  >
                    {t('common.edit')}
                  </Button>
                </WriteGate>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
