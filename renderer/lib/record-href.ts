// A record's address as plain text, for links that stand outside the router (notices).
import { recordAddress } from '#renderer/lib/record-address.ts'
import type { RecordRef, RecordTitle } from '#shared/schemas/records.ts'

export function recordHref(record: RecordRef & Pick<Partial<RecordTitle>, 'role'>): string {
  const { to, params, search } = recordAddress(record)
  const path = params ? to.replace('$id', params.id) : to
  const asked = new URLSearchParams(Object.entries(search ?? {}).map(([key, value]) => [key, String(value)]))
  return `#${path}${search ? `?${asked}` : ''}`
}

/** One operation, opened in the history of the book. */
export function operationHref(operationId: number): string {
  return `#/history?operation=${operationId}`
}
