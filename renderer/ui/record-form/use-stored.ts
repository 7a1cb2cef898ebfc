// A record as its form begins with it, and as it is now: what was read first stays, so that nothing that is being typed is
// overwritten from elsewhere.
import { useState } from 'react'
import type { Revised } from '#shared/schemas/records.ts'

/** Values of a form with the revision of the record that they were read from. */
export type ReadValues<Values> = { values: Values; seen: string }

export type StoredRecord<Values> = {
  start: ReadValues<Values>
  /** The newest revision that this window knows of. */
  latest: string
  load: () => Promise<ReadValues<Values>>
}

/** For one record; the component is keyed by its id. */
export function useStored<Value extends object, Values>(
  record: Revised<Value>,
  toForm: (value: Value) => Values,
  load: () => Promise<Revised<Value>>,
): StoredRecord<Values> {
  const read = ({ revision, ...value }: Revised<Value>) => ({
    // What is left is the value itself, which TypeScript cannot tell of a type parameter.
    values: toForm(value as unknown as Value),
    seen: revision,
  })
  const [start] = useState(() => read(record))
  return { start, latest: record.revision, load: async () => read(await load()) }
}
