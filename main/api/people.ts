// The door to the people who use the book, and to who works at this machine.
import { z } from 'zod'
import { procedure, router } from '#main/api/trpc.ts'
import { addPerson, editPerson, setPeopleArchived } from '#main/services/people/people-commands.ts'
import { getPerson, listPeople, workingPerson } from '#main/services/people/people-queries.ts'
import { refuseChangedSince, revised } from '#main/services/records/record-revision.ts'
import { AppError } from '#shared/errors.ts'
import { idField } from '#shared/schemas/fields.ts'
import { personInput } from '#shared/schemas/people.ts'
import { seenField } from '#shared/schemas/records.ts'

const one = z.object({ id: idField })
const many = z.object({ ids: z.array(idField).min(1).max(1000) })

export const peopleRouter = router({
  list: procedure
    .input(z.object({ archived: z.boolean().default(false) }).default({ archived: false }))
    .query(({ ctx, input }) =>
      ctx.read((db) => listPeople(db, input).map((one) => revised(db, { kind: 'person', id: one.id }, one))),
    ),
  get: procedure.input(one).query(({ ctx, input }) => ctx.read((db) => getPerson(db, input.id))),
  add: procedure
    .input(personInput)
    .mutation(({ ctx, input }) => ({ id: ctx.write('people.add', (tx) => addPerson(tx, input)) })),
  edit: procedure.input(z.object({ id: idField, seen: seenField, person: personInput })).mutation(({ ctx, input }) =>
    ctx.write('people.edit', (tx) => {
      refuseChangedSince(tx, { kind: 'person', id: input.id }, input.seen)
      return editPerson(tx, input.id, input.person)
    }),
  ),
  archive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('people.archive', (tx) => setPeopleArchived(tx, input.ids, true))),
  unarchive: procedure
    .input(many)
    .mutation(({ ctx, input }) => ctx.write('people.unarchive', (tx) => setPeopleArchived(tx, input.ids, false))),
  /** Who works at this machine; null where nobody has said. */
  me: procedure.query(({ ctx }) => ctx.read((db) => workingPerson(db, ctx.personId))),
  /** From now on, what is done at this machine is done by this person. Kept outside the book, and so not logged. */
  choose: procedure.input(one).mutation(({ ctx, input }) => {
    const person = ctx.read((db) => getPerson(db, input.id))
    if (person.archived) throw new AppError('people/archived', { name: person.name })
    ctx.keepPerson(person.id)
    return person
  }),
})
