// One person under two entries: both copies met them first.

import { rowsOf } from '#main/services/clashes/clash-rows.ts'
import { type ClashRule, clashOf } from '#main/services/clashes/clash-rule.ts'
import { movePointers } from '#main/services/clashes/combine-records.ts'
import { freeName } from '#main/services/clashes/free-name.ts'
import { listPeople, peopleNamed } from '#main/services/people/people-queries.ts'

export const personTwins: ClashRule = {
  id: 'people/same-name',
  tables: ['people'],
  find(db) {
    const groups = Map.groupBy(listPeople(db), ({ name }) => name.normalize('NFKC').trim().toLowerCase())
    return [...groups.values()].flatMap((group) =>
      group.length > 1
        ? [
            clashOf(
              group.map(({ id }) => id),
              { name: group[0]?.name ?? '' },
            ),
          ]
        : [],
    )
  },
  rows: rowsOf('people'),
  mendings: [
    {
      // The log names both, so neither is deleted: the other works here no longer.
      id: 'combine',
      mend(mender, { keep, others }) {
        for (const other of others) {
          movePointers(mender, 'person', { keep, other })
          mender.update('people', other, { archived: 1 })
        }
      },
    },
    {
      id: 'rename',
      mend({ tx, update }, { others }) {
        for (const id of others) {
          const name = tx.get<{ name: string }>('SELECT name FROM people WHERE id = ?', id)?.name ?? ''
          update('people', id, { name: freeName(name, (free) => peopleNamed(tx, free).length > 0, ' ') })
        }
      },
    },
  ],
}
