// A task on Home: what, for which record, whose, until when; done, or put off to another day.
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import { TaskMark } from '#renderer/ui/alerts/severity-mark.tsx'
import { WaitingRow } from '#renderer/ui/alerts/waiting-row.tsx'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Day } from '#shared/dates.ts'
import type { OpenTask } from '#shared/schemas/tasks.ts'
import classes from './today-screen.module.css'

export function TaskRow({ task }: { task: OpenTask }) {
  const { t, format } = useText()
  const onError = (error: unknown) => notifications.show({ color: 'red', message: errorMessage(t, error) })
  const { title } = task
  const ids = [task.id]
  const done = useMutation({
    mutationFn: () => client.tasks.done.mutate({ ids }),
    onSuccess: ({ operationId }) => sayUndoable({ t }, t('today.taskDone', { title }), operationId),
    onError,
  })
  const postpone = useMutation({
    mutationFn: (dueOn: Day) => client.tasks.postpone.mutate({ target: { ids }, dueOn }),
    onSuccess: ({ operationId }, dueOn) =>
      sayUndoable({ t }, t('today.taskMoved', { title, day: format.dayInWords(dueOn) }), operationId),
    onError,
  })
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
      onSnooze={(day) => postpone.mutate(day)}
      onDone={() => done.mutate()}
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
