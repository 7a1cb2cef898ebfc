// The box in front of a task: ticked is done.
import { useText } from '#renderer/lib/language.ts'
import { useTaskActions } from '#renderer/ui/tasks/use-task-actions.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { TaskRow } from '#shared/schemas/tasks.ts'
import classes from './tasks.module.css'

type TaskTickProps = {
  task: Pick<TaskRow, 'id' | 'title' | 'status'>
  /** In a grid the arrows lead; Tab goes past. */
  isSkipped?: boolean
}

export function TaskTick({ task, isSkipped = false }: TaskTickProps) {
  const { t } = useText()
  const { done, reopen } = useTaskActions()
  const isOpen = task.status === 'open'
  return (
    <WriteGate>
      <input
        type="checkbox"
        data-acts
        className={isSkipped ? 'q-box' : classes.box}
        tabIndex={isSkipped ? -1 : undefined}
        checked={task.status === 'done' || done.isPending}
        aria-label={t(isOpen ? 'tasks.markDone' : 'tasks.markOpen', { title: task.title })}
        onChange={() => (isOpen ? done : reopen).mutate(task)}
      />
    </WriteGate>
  )
}
