// The checklist of a task.
import type { WriteTx } from '#main/db/database.ts'
import { keepRows } from '#main/services/records/keep-rows.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { TaskInput } from '#shared/schemas/tasks.ts'

/** Makes the living items those of the list, in its order: kept ones are changed in place, missing ones marked deleted. */
export function keepItems(tx: WriteTx, taskId: Id, items: TaskInput['items']): void {
  const owner = { column: 'task_id', id: taskId }
  keepRows(
    tx,
    { table: 'task_items', owner, field: 'items', missing: 'tasks/item-not-found' },
    items.map(({ id, text, isDone }, at) => ({ id, columns: { position: at + 1, text, is_done: isDone ? 1 : 0 } })),
  )
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
