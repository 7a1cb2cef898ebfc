// A task on Home: what, for which record, whose, until when; done, or put off to another day.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import { TaskMark } from '#renderer/ui/alerts/severity-mark.tsx'
import { WaitingRow } from '#renderer/ui/alerts/waiting-row.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { useTaskActions } from '#renderer/ui/tasks/use-task-actions.ts'
import type { OpenTask } from '#shared/schemas/tasks.ts'
import classes from './today-screen.module.css'

export function TaskRow({ task }: { task: OpenTask }) {
  const { done, postpone } = useTaskActions()
  const { title } = task
  return (
    <WaitingRow
      mark={<TaskMark isOverdue={task.isOverdue} />}
      name={
        <Link className="q-link" {...(recordAddress({ kind: 'task', id: task.id }) as { to: '/' })}>
          {title}
        </Link>
      }
      says={<TaskDetails task={task} />}
      day={task.dueOn}
      title={title}
      step={null}
      onSnooze={(dueOn) => postpone.mutate({ task, dueOn })}
      onDone={() => done.mutate(task)}
    />
  )
}

function TaskDetails({ task }: { task: OpenTask }) {
  const { t, format, language } = useText()
  const { record, items, itemsDone } = task
  const person = nameIn(language, { name: task.personName, nameZh: task.personNameZh })
  const steps = t('today.items', { done: format.number(itemsDone), all: format.number(items) })
  return (
    <span className={classes.details}>
      {record ? <RecordLink record={record} /> : null}
      {items > 0 ? <span>{steps}</span> : null}
      {person ? <span>{person}</span> : null}
    </span>
  )
}
