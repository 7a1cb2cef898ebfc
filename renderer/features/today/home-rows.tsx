// Rows of what waits, alerts and tasks among each other.
import { AlertRow } from '#renderer/ui/alerts/alert-row.tsx'
import type { HomeItem } from './home-sections.ts'
import { TaskRow } from './task-row.tsx'
import classes from './today-screen.module.css'

export function HomeRows({ items, label }: { items: readonly HomeItem[]; label: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {items.map((item) =>
        item.type === 'alert' ? (
          <AlertRow key={item.key} alert={item.alert} />
        ) : (
          <TaskRow key={item.key} task={item.task} />
        ),
      )}
    </ul>
  )
}
