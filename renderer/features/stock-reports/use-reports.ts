// The reports' question from the address, and how to change it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type ReportsAddress, readReportsAddress } from './reports-address.ts'

type Change = { [Key in keyof ReportsAddress]: ReportsAddress[Key] | undefined }

/** One report shows so many rows; its file holds all of them. */
export const mostRows = 1000

export function useReports() {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readReportsAddress(raw))
  const address = useMemo(() => JSON.parse(text) as ReportsAddress, [text])
  const change = useCallback(
    (part: Change) => {
      navigate({
        to: '.',
        search: (before: Record<string, unknown>) => readReportsAddress({ ...before, ...part }),
        // Opening a card or typing a word is no step to go back by.
        replace: 'id' in part || 'q' in part,
      })
    },
    [navigate],
  )
  return { address, change }
}

export type ReportsState = ReturnType<typeof useReports>
