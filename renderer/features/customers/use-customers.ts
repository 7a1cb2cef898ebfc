// What is shown, from the address, and how to change it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { type CustomersAddress, readCustomersAddress } from './customers-address.ts'

type Change = { [Key in keyof CustomersAddress]: CustomersAddress[Key] | undefined }

export function useCustomers() {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readCustomersAddress(raw))
  const address = useMemo(() => JSON.parse(text) as CustomersAddress, [text])
  const change = useCallback(
    (part: Change) => {
      navigate({
        to: '.',
        search: (before: Record<string, unknown>) => readCustomersAddress({ ...before, ...part }),
        replace: 'merge' in part && part.merge === undefined,
      })
    },
    [navigate],
  )
  return { address, change }
}

export type CustomersState = ReturnType<typeof useCustomers>
