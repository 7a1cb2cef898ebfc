// The day of a task, and how pressing it is.
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { TaskRow } from '#shared/schemas/tasks.ts'
import { dueWords, latenessOf } from './task-words.ts'
import classes from './tasks.module.css'

export function TaskDue({ task }: { task: Pick<TaskRow, 'dueOn' | 'status'> }) {
  const text = useText()
  const today = useToday()
  if (task.dueOn === null) return null
  const isOpen = task.status === 'open'
  const words = isOpen ? dueWords(text, task.dueOn, today) : ''
  return (
    <span className={classes.due} data-lateness={isOpen ? latenessOf(task.dueOn, today) : undefined}>
      <span data-figure>{task.dueOn}</span>
      {words ? <span className={classes.dueWords}>{words}</span> : null}
    </span>
  )
}
