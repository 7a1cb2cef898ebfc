// What there is to do in the sample company: on orders that are under way, on suppliers, and once a month.
import type { WriteTx } from '#main/db/database.ts'
import { monthsLater } from '#main/domain/tasks/next-due.ts'
import { listPeople } from '#main/services/people/people-queries.ts'
import { addTask } from '#main/services/tasks/task-commands.ts'
import sample from '#resources/sample/tasks.json' with { type: 'json' }
import { addDays, asDay, type Day } from '#shared/dates.ts'
import type { Id } from '#shared/ids.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { type TaskDraft, taskInput } from '#shared/schemas/tasks.ts'

/** What tasks are put on. `openOrders`: those that wait to be shipped, the soonest first. */
export type SampleRecords = { openOrders: readonly Id[]; parties: ReadonlyMap<string, Id>; carriers: readonly Id[] }

type SampleTask = Pick<TaskDraft, 'title' | 'note' | 'items' | 'repeat'> & {
  on?: string
  days?: number | string
  person?: number
  isDone?: boolean
}

export function fillTasks(tx: WriteTx, today: Day, records: SampleRecords): void {
  const people = listPeople(tx).map((person) => person.id)
  for (const { on, days, person, isDone, ...draft } of sample as SampleTask[]) {
    const record = on === undefined ? null : recordOf(on, records)
    const personId = person === undefined ? null : (people[person] ?? null)
    const dueOn = days === undefined ? null : typeof days === 'string' ? monthEnd(today) : addDays(today, days)
    const id = addTask(tx, taskInput.parse({ ...draft, record, personId, dueOn }))
    if (isDone) tx.update('tasks', id, { status: 'done', done_on: dueOn })
  }
}

function recordOf(on: string, { openOrders, parties, carriers }: SampleRecords): RecordRef | null {
  const [kind, which = ''] = on.split(' ')
  if (kind === 'openOrder') return asRecord('order', openOrders[Number(which)])
  return asRecord('party', kind === 'carrier' ? carriers[Number(which)] : parties.get(which))
}

/** A short book of sample orders may have none under way. */
function asRecord(kind: RecordRef['kind'], id: Id | undefined): RecordRef | null {
  return id === undefined ? null : { kind, id }
}

function monthEnd(day: Day): Day {
  return addDays(monthsLater(asDay(`${day.slice(0, 7)}-01`), 1) ?? day, -1)
}
