// What there is to do on a record, beside it: add, tick, see what is due.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import type { PanelProps } from '#renderer/lib/record-panels.ts'
import { QueryState } from '#renderer/ui/query-state.tsx'
import type { TaskRow } from '#shared/schemas/tasks.ts'
import { QuickAdd } from './quick-add.tsx'
import { TaskDue } from './task-due.tsx'
import { TaskTick } from './task-tick.tsx'
import { personOf, repeatWords } from './task-words.ts'
import classes from './tasks.module.css'

export function TasksPanel({ record }: PanelProps) {
  const query = useQuery(trpc.tasks.of.queryOptions(record))
  return (
    <div className={classes.panel}>
      <QuickAdd record={record} />
      <QueryState query={query}>{(tasks) => <PanelRows tasks={tasks} />}</QueryState>
    </div>
  )
}

function PanelRows({ tasks }: { tasks: readonly TaskRow[] }) {
  const { t, format } = useText()
  const [showsDone, setShowsDone] = useState(false)
  const open = tasks.filter((task) => task.status === 'open')
  const rest = tasks.filter((task) => task.status !== 'open')
  if (tasks.length === 0) return <p className="q-quiet">{t('tasks.panel.empty')}</p>
  return (
    <>
      {open.length > 0 ? <Rows tasks={open} /> : <p className="q-quiet">{t('tasks.panel.empty')}</p>}
      {rest.length > 0 ? (
        <div>
          <button
            type="button"
            className="q-explains"
            aria-expanded={showsDone}
            onClick={() => setShowsDone((before) => !before)}
          >
            {t('tasks.panel.done', { count: rest.length, formatted: format.number(rest.length) })}
          </button>
          {showsDone ? <Rows tasks={rest} /> : null}
        </div>
      ) : null}
    </>
  )
}

function Rows({ tasks }: { tasks: readonly TaskRow[] }) {
  return (
    <ul className={classes.rows}>
      {tasks.map((task) => (
        <PanelRow key={task.id} task={task} />
      ))}
    </ul>
  )
}

function PanelRow({ task }: { task: TaskRow }) {
  const text = useText()
  const { t, format, language } = text
  const details = [
    personOf(language, task),
    repeatWords(text, task.repeat),
    task.items > 0 ? t('tasks.items', { done: format.number(task.itemsDone), count: task.items }) : '',
    task.status === 'cancelled' ? t('tasks.statuses.cancelled') : '',
  ].filter(Boolean)
  return (
    <li className={classes.row}>
      <TaskTick task={task} />
      <Link
        to="/tasks"
        search={{ id: task.id }}
        className={`q-link ${classes.rowTitle}`}
        data-done={task.status !== 'open' || undefined}
      >
        {task.title}
      </Link>
      <span className={classes.rowDetails}>
        {task.dueOn ? <TaskDue task={task} /> : null}
        {details.map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
      </span>
    </li>
  )
}
