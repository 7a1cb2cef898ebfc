// The checklist of a task.
import type { WriteTx } from '#main/db/database.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { TaskInput } from '#shared/schemas/tasks.ts'

/** Makes the living items those of the list, in its order: kept ones are changed in place, missing ones marked deleted. */
export function keepItems(tx: WriteTx, taskId: Id, items: TaskInput['items']): void {
  const before = new Set(tx.raw('SELECT id FROM live_task_items WHERE task_id = ?', taskId).map(([id]) => id as Id))
  const kept = new Set(items.flatMap((item) => item.id ?? []))
  for (const id of before) if (!kept.has(id)) tx.update('task_items', id, { deleted: 1 })
  items.forEach(({ id, text, isDone }, index) => {
    const row = { position: index + 1, text, is_done: isDone ? 1 : 0 }
    if (id === undefined) tx.insert('task_items', { task_id: taskId, ...row })
    else if (before.delete(id)) tx.update('task_items', id, row)
    else throw new AppError('tasks/item-not-found', { field: `items.${index}` })
  })
}

/** Puts the checklist of one task on another, nothing ticked. */
export function copyItems(tx: WriteTx, fromId: Id, toId: Id): void {
  const texts = tx.raw('SELECT text FROM live_task_items WHERE task_id = ? ORDER BY position, id', fromId)
  texts.forEach(([text], index) => {
    tx.insert('task_items', { task_id: toId, position: index + 1, text: text as string })
  })
}

/** Ticks one item, or takes the tick away; answers the task it belongs to. */
export function tickItem(tx: WriteTx, id: Id, isDone: boolean): Id {
  const item = tx.get<{ taskId: Id }>(
    'SELECT i.task_id AS taskId FROM live_task_items i JOIN live_tasks t ON t.id = i.task_id WHERE i.id = ?',
    id,
  )
  if (!item) throw new AppError('tasks/item-not-found', { field: 'id' })
  tx.update('task_items', id, { is_done: isDone ? 1 : 0 })
  return item.taskId
}
