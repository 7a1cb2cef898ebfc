// The list's state as the address has it, and the ways to change it. Opening a record adds no step to the history.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { addressFromState, type ListState, readAddress, stateFromAddress } from '#renderer/lib/list-address.ts'

export function useListAddress() {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readAddress(raw))
  const state = useMemo(() => stateFromAddress(readAddress(JSON.parse(text))), [text])
  const change = useCallback(
    (part: Partial<ListState>, makesStep?: boolean) => {
      const search = (before: Record<string, unknown>) =>
        addressFromState({ ...stateFromAddress(readAddress(before)), ...part }) as never
      const isStep = makesStep ?? ('filters' in part || 'archived' in part)
      navigate({ to: '.', search, replace: !isStep })
    },
    [navigate],
  )
  return { state, change }
}

export type ListAddressState = ReturnType<typeof useListAddress>
