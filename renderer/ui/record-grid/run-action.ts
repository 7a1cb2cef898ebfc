// Runs what can be done with ticked records, and says what came of it.
import type { RecordTarget } from '#shared/schemas/record-target.ts'

/** Either `runOn`, which leaves finding what is meant to the book, or `run` for what needs the ids. */
export type BulkAction = {
  key: string
  label: string
  run?: (ids: number[]) => Promise<unknown>
  /** `count` is how many the selection says; null where the user was asked and said no. */
  runOn?: (target: RecordTarget, count: number) => Promise<{ operationId: number | null } | null>
  /** Said when it is done. */
  done?: (count: number) => string
}

export type ActionDone = { message: string | undefined; operationId: number | null }

type Chosen = { target: RecordTarget; count: number; ids: () => Promise<number[]> }

/** Null where nothing was done: what was ticked stays ticked, and nothing is said. */
export async function runAction(action: BulkAction, { target, count, ids }: Chosen): Promise<ActionDone | null> {
  if (action.runOn) {
    const done = await action.runOn(target, count)
    return done && { message: action.done?.(count), operationId: done.operationId }
  }
  const chosen = await ids()
  await action.run?.(chosen)
  return { message: action.done?.(chosen.length), operationId: null }
}
