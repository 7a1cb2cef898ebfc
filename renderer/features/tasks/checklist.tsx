// The checklist of a task, ticked where it stands.
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Task, TaskItem } from '#shared/schemas/tasks.ts'
import classes from './tasks.module.css'

export function Checklist({ task }: { task: Task }) {
  const { t, format } = useText()
  const tick = useMutation({
    mutationFn: (item: TaskItem) => client.tasks.tickItem.mutate({ id: item.id, isDone: !item.isDone }),
    onError: (error) => sayError(t, error),
  })
  if (task.checklist.length === 0) return null
  const done = format.number(task.itemsDone)
  return (
    <section className={classes.part}>
      <SectionTitle>
        {t('tasks.fields.checklist')} <span className="q-quiet">{t('tasks.items', { done, count: task.items })}</span>
      </SectionTitle>
      <ul className={classes.items}>
        {task.checklist.map((item) => (
          <li key={item.id}>
            <label className={classes.item} data-done={item.isDone || undefined}>
              <WriteGate>
                <input
                  type="checkbox"
                  className={classes.box}
                  checked={item.isDone}
                  onChange={() => tick.mutate(item)}
                />
              </WriteGate>
              <span>{item.text}</span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  )
}
