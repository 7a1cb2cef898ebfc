// The door to tasks.
import { procedure, router } from '#main/api/trpc.ts'
import { targetIds } from '#main/services/lists/target-ids.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
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
import { recordTarget } from '#shared/schemas/record-target.ts'
import { recordRef } from '#shared/schemas/records.ts'
import {
  assignInput,
  openTasksInput,
  postponeInput,
  taskEditInput,
  taskGetInput,
  taskInput,
  tickItemInput,
} from '#shared/schemas/tasks.ts'

export const tasksRouter = router({
  open: procedure.input(openTasksInput).query(({ ctx, input }) => ctx.read((db) => openTasks(db, input))),
  list: procedure.input(listInput).query(({ ctx, input }) => ctx.read((db) => listTasks(db, input))),
  get: procedure
    .input(taskGetInput)
    .query(({ ctx, input }) =>
      ctx.read((db) => revised(db, { kind: 'task', id: input.id }, getTask(db, input.id, input.today))),
    ),
  of: procedure.input(recordRef).query(({ ctx, input }) => ctx.read((db) => tasksOf(db, input))),
  add: procedure
    .input(taskInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('tasks.add', (tx) => addTask(tx, input)) })),
  edit: procedure.input(taskEditInput).mutation(({ ctx, input }) =>
    ctx.write('tasks.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'task', id: input.id }, input.seen)
      return editTask(tx, input.id, input.task)
    }),
  ),
  done: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) => ctx.writeUndoable('tasks.done', (tx) => finishTasks(tx, targetIds(tx, input)))),
  reopen: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) => ctx.writeUndoable('tasks.reopen', (tx) => reopenTasks(tx, targetIds(tx, input)))),
  cancel: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) => ctx.writeUndoable('tasks.cancel', (tx) => cancelTasks(tx, targetIds(tx, input)))),
  postpone: procedure
    .input(postponeInput)
    .mutation(({ ctx, input: { target, dueOn } }) =>
      ctx.writeUndoable('tasks.postpone', (tx) => postponeTasks(tx, targetIds(tx, target), dueOn)),
    ),
  assign: procedure
    .input(assignInput)
    .mutation(({ ctx, input: { target, personId } }) =>
      ctx.writeUndoable('tasks.assign', (tx) => assignTasks(tx, targetIds(tx, target), personId)),
    ),
  tickItem: procedure
    .input(tickItemInput)
    .mutation(({ ctx, input }) => ctx.write('tasks.tickItem', (tx) => tickItem(tx, input.id, input.isDone))),
  archive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('tasks.archive', (tx) => setTasksArchived(tx, targetIds(tx, input), true)),
    ),
  unarchive: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) =>
      ctx.writeUndoable('tasks.unarchive', (tx) => setTasksArchived(tx, targetIds(tx, input), false)),
    ),
  remove: procedure
    .input(recordTarget)
    .mutation(({ ctx, input }) => ctx.writeUndoable('tasks.remove', (tx) => removeTasks(tx, targetIds(tx, input)))),
})
