// The door to tasks.
import { procedure, router } from '#main/api/trpc.ts'
import { finishTasks, reopenTasks } from '#main/services/tasks/finish-tasks.ts'
import {
  addTask,
  assignTasks,
  cancelTasks,
  editTask,
  postponeTasks,
  removeTasks,
  setTasksArchived,
} from '#main/services/tasks/task-commands.ts'
import { tickItem } from '#main/services/tasks/task-items.ts'
import { listTasks } from '#main/services/tasks/task-list.ts'
import { getTask, openTasks, tasksOf } from '#main/services/tasks/task-queries.ts'
import { listInput } from '#shared/schemas/paging.ts'
import { recordRef } from '#shared/schemas/records.ts'
import {
  assignInput,
  openTasksInput,
  postponeInput,
  taskEditInput,
  taskGetInput,
  taskInput,
  tasksInput,
  tickItemInput,
} from '#shared/schemas/tasks.ts'

export const tasksRouter = router({
  open: procedure.input(openTasksInput).query(({ ctx, input }) => ctx.read((db) => openTasks(db, input))),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listTasks(db, input))),
  get: procedure.input(taskGetInput).query(({ ctx, input }) => ctx.read((db) => getTask(db, input.id, input.today))),
  of: procedure.input(recordRef).query(({ ctx, input }) => ctx.read((db) => tasksOf(db, input))),
  add: procedure
    .input(taskInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('tasks.add', (tx) => addTask(tx, input)) })),
  edit: procedure
    .input(taskEditInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.edit', (tx) => editTask(tx, input.id, input.task))),
  done: procedure
    .input(tasksInput)
    .mutation(({ ctx, input }) => ({ following: ctx.write('tasks.done', (tx) => finishTasks(tx, input.ids)) })),
  reopen: procedure
    .input(tasksInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.reopen', (tx) => reopenTasks(tx, input.ids))),
  cancel: procedure
    .input(tasksInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.cancel', (tx) => cancelTasks(tx, input.ids))),
  postpone: procedure
    .input(postponeInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.postpone', (tx) => postponeTasks(tx, input.ids, input.dueOn))),
  assign: procedure
    .input(assignInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.assign', (tx) => assignTasks(tx, input.ids, input.personId))),
  tickItem: procedure
    .input(tickItemInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.tickItem', (tx) => tickItem(tx, input.id, input.isDone))),
  archive: procedure
    .input(tasksInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.archive', (tx) => setTasksArchived(tx, input.ids, true))),
  unarchive: procedure
    .input(tasksInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.unarchive', (tx) => setTasksArchived(tx, input.ids, false))),
  remove: procedure
    .input(tasksInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.remove', (tx) => removeTasks(tx, input.ids))),
})
