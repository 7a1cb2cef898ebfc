// The products ticked in a list, on their way to a paper made of them. Kept with the book's drafts, so that a reload or a
// step back does not lose them.
import { client } from '#renderer/lib/api.ts'
import { readIds } from '#renderer/lib/read-ids.ts'

const draft = 'papers/products'

export async function keepChosenProducts(ids: readonly number[]): Promise<void> {
  await client.drafts.keep.mutate({ form: draft, content: JSON.stringify(ids) })
}

/** None when nothing was ever chosen, or what is kept cannot be read. */
export async function chosenProducts(): Promise<number[]> {
  const kept = await client.drafts.get.query({ form: draft })
  return readIds(kept?.content)
}
