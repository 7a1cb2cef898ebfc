// The door to tasks.
import { procedure, router } from '#main/api/trpc.ts'
import { openTasks } from '#main/services/tasks/task-queries.ts'
import { openTasksInput } from '#shared/schemas/tasks.ts'

export const tasksRouter = router({
  open: procedure.input(openTasksInput).query(({ ctx, input }) => ctx.read((db) => openTasks(db, input))),
})
