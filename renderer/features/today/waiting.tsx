// The two ways to look at what waits, and whose tasks are among it.
import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { handleRowKey } from '#renderer/ui/alerts/row-keys.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import type { AlertGroup } from '#shared/schemas/alerts.ts'
import { HomeByDay } from './home-by-day.tsx'
import { HomeByKind } from './home-by-kind.tsx'
import { sectionsByDay, sectionsByKind } from './home-sections.ts'
import classes from './today-screen.module.css'
import { type HomeView, useHomeView } from './use-home-view.ts'

/** More than a day's work: what lies behind is on the screen of tasks. */
const taskLimit = 200

export function Waiting({ groups, ifNothing }: { groups: readonly AlertGroup[]; ifNothing: ReactNode }) {
  const today = useToday()
  const { person } = useBook()
  const { view, choose, isReady } = useHomeView()
  const isMine = view.tasks === 'mine' && person !== null
  const tasks = useQuery(
    trpc.tasks.open.queryOptions({ today, limit: taskLimit, ...(isMine && { personId: person.id }) }),
  )
  if (!isReady || !tasks.data) return <LoadingState />
  const waiting = { groups, tasks: tasks.data.rows, taskCount: tasks.data.total }
  const isNothing = groups.length === 0 && tasks.data.total === 0
  if (isNothing && !isMine) return ifNothing
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only add to what every control within does by itself
    <div className={classes.parts} onKeyDown={handleRowKey}>
      <Ways view={view} choose={choose} hasPerson={person !== null} />
      {isNothing ? ifNothing : null}
      {view.by === 'day' ? (
        <HomeByDay sections={sectionsByDay(waiting, today)} />
      ) : (
        <HomeByKind sections={sectionsByKind(waiting)} />
      )}
    </div>
  )
}

type WaysProps = { view: HomeView; choose: (change: Partial<HomeView>) => void; hasPerson: boolean }

function Ways({ view, choose, hasPerson }: WaysProps) {
  const { t } = useText()
  return (
    <div className={classes.ways}>
      <SegmentedControl
        aria-label={t('today.by.label')}
        data={(['day', 'kind'] as const).map((by) => ({ value: by, label: t(`today.by.${by}`) }))}
        value={view.by}
        onChange={(by) => choose({ by: by === 'kind' ? 'kind' : 'day' })}
      />
      {hasPerson ? (
        <SegmentedControl
          aria-label={t('today.whose.label')}
          data={(['all', 'mine'] as const).map((tasks) => ({ value: tasks, label: t(`today.whose.${tasks}`) }))}
          value={view.tasks}
          onChange={(tasks) => choose({ tasks: tasks === 'mine' ? 'mine' : 'all' })}
        />
      ) : null}
    </div>
  )
}
