// Notes each record that someone opens, on its page or beside a list, so that search finds it first next time.
import { useLocation } from '@tanstack/react-router'
import { useEffect } from 'react'
import { client } from '#renderer/lib/api.ts'
import { recordAtAddress } from '#renderer/lib/record-address.ts'

/** Who goes through a list with the arrow keys has not opened all that passes by. */
const lookMs = 1000

export function useNoteOpened(): void {
  const { pathname, search } = useLocation()
  const record = recordAtAddress(pathname, search as { id?: unknown })
  const { kind, id } = record ?? {}
  useEffect(() => {
    if (!kind || !id) return
    // What cannot be noted (a book that is only read) is no matter to whoever looks at the record.
    const timer = setTimeout(() => client.records.opened.mutate({ kind, id }).catch(() => {}), lookMs)
    return () => clearTimeout(timer)
  }, [kind, id])
}
