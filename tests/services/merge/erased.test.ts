// What was erased in one copy stays erased, whatever the other wrote; nothing of it can be chosen back.
import { expect, test } from 'vitest'
import { checkBook } from '#main/services/book/check-book.ts'
import { eraseParty } from '#main/services/parties/erase-party.ts'
import type { Id } from '#shared/ids.ts'
import { bringIn, lookAt, type TwoCopies, twoCopies } from '#tests/support/copied-books.ts'
import { makeCustomer } from '#tests/support/records.ts'

async function erasedAndEdited(): Promise<TwoCopies & { party: Id }> {
  let party = 0 as Id
  const copies = await twoCopies((tx) => {
    party = makeCustomer(tx, 'Ottoline Ravensworth', { email: 'ottoline@example.org' })
  })
  const erase = { id: party, contactId: null, name: 'Ottoline Ravensworth', withDocuments: false }
  copies.mei.write((tx) => eraseParty(tx, erase), 'parties.erase')
  copies.li.write((tx) => tx.update('parties', party, { email: 'o@ravensworth.example', currency: 'EUR' }))
  return { ...copies, party }
}

test.each(['mei', 'li'] as const)('looked at by %s: erased counts, and is nothing to choose between', async (who) => {
  const { mei, li } = await erasedAndEdited()
  const [ours, theirs] = who === 'mei' ? [mei, li] : [li, mei]
  const report = await lookAt(ours, theirs)
  expect(report).toMatchObject({ erased: 1, conflicts: 0 })
})

test.each(['ours', 'theirs'] as const)('%s, chosen for all, brings nothing of the person back', async (all) => {
  const { mei, li, party } = await erasedAndEdited()
  await bringIn(mei, li, { all })
  expect(mei.read((db) => db.get('SELECT name, email, currency FROM parties WHERE id = ?', party))).toMatchObject({
    email: '',
    currency: 'EUR',
  })
  await bringIn(li, mei, { all })
  expect(li.read((db) => db.raw('SELECT email FROM parties WHERE id = ?', party))).toEqual([['']])
  for (const copy of [mei, li]) expect(copy.read(checkBook).problems).toEqual([])
})
