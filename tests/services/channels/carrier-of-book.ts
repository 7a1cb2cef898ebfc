// A carrier with a page of its own for a tracking number.
import { addParty } from '#main/services/parties/party-commands.ts'
import type { Id } from '#shared/ids.ts'
import { partyInput } from '#shared/schemas/parties.ts'
import type { TestBook } from '#tests/support/test-book.ts'

export function makeParty(book: TestBook, name: string, trackingUrl = ''): Id {
  const id = book.write((tx) => addParty(tx, partyInput.parse({ roles: ['carrier'], name })))
  book.write((tx) => tx.update('parties', id, { tracking_url: trackingUrl }))
  return id
}
