// The report's question from the address, and how to change it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { readSalesAddress, type SalesAddress } from './sales-address.ts'

type Change = { [Key in keyof SalesAddress]: SalesAddress[Key] | undefined }

export function useSales() {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readSalesAddress(raw))
  const address = useMemo(() => JSON.parse(text) as SalesAddress, [text])
  const change = useCallback(
    (part: Change) => {
      const search = (before: Record<string, unknown>) => readSalesAddress({ ...before, ...part })
      navigate({ to: '.', search })
    },
    [navigate],
  )
  return { address, change, window: windowOf(address) }
}

export type SalesState = ReturnType<typeof useSales>

/** In order: a first day behind the last one is taken as that one. */
function windowOf({ from, to }: SalesAddress): { from?: string; to?: string } {
  const first = from && to && from > to ? to : from
  return { ...(first && { from: first }), ...(to && { to }) }
}
