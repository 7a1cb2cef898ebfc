// The report's question from the address, and how to change it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { LaneGroup } from '#shared/schemas/lanes.ts'
import { type LanesAddress, readLanesAddress } from './lanes-address.ts'

type Change = { [Key in keyof LanesAddress]: LanesAddress[Key] | undefined }

export function useLanes() {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readLanesAddress(raw))
  const address = useMemo(() => JSON.parse(text) as LanesAddress, [text])
  const change = useCallback(
    (part: Change) => {
      const search = (before: Record<string, unknown>) => readLanesAddress({ ...before, ...part }) as never
      navigate({ to: '.', search })
    },
    [navigate],
  )
  const question = useMemo(() => questionOf(JSON.parse(text) as LanesAddress), [text])
  return { address, change, question }
}

export type LanesState = ReturnType<typeof useLanes>
export type LanesQuestion = ReturnType<typeof questionOf>

/** In order: a first day behind the last one is taken as that one. */
function questionOf({ by, kind, from, to, asOf }: LanesAddress) {
  const first = from && to && from > to ? to : from
  return {
    by: by ?? ('carrier' as LaneGroup),
    ...(kind && { kind }),
    ...(first && { from: first }),
    ...(to && { to }),
    ...(asOf && { asOf }),
  }
}
