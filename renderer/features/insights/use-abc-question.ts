// What the ABC screen asks the book, from the address, and how to change it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { useBook } from '#renderer/lib/host-state.ts'
import { dayOf, type Instant } from '#shared/dates.ts'
import type { AbcInput } from '#shared/schemas/insights.ts'
import { type AbcAddress, readAbcAddress, thresholdsOf } from './abc-address.ts'
import { windowOf } from './abc-window.ts'
import { filterOf } from './filter-address.ts'

export function useAbcQuestion() {
  const navigate = useNavigate()
  const { timeZone } = useBook()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readAbcAddress(raw))
  const address = useMemo(() => JSON.parse(text) as AbcAddress, [text])
  const today = dayOf(Date.now() as Instant, timeZone)
  const question = useMemo(
    (): AbcInput => ({
      basis: address.basis ?? 'revenue',
      ...windowOf(address, today),
      filter: filterOf(address),
      thresholds: thresholdsOf(address),
    }),
    [address, today],
  )
  const change = useCallback(
    (part: { [Key in keyof AbcAddress]: AbcAddress[Key] | undefined }) => {
      // Opening a card, or moving a limit bit by bit, is no step to go back by.
      const replace = 'id' in part || 'a' in part || 'b' in part
      navigate({
        to: '.',
        search: (before: Record<string, unknown>) => readAbcAddress({ ...before, ...part }),
        replace,
      })
    },
    [navigate],
  )
  return { address, question, today, change }
}

export type AbcQuestionState = ReturnType<typeof useAbcQuestion>
