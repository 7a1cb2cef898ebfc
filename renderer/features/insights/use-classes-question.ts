// What the ABC-XYZ screen asks the book, from the address, and how to change it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { ClassesInput } from '#shared/schemas/classes.ts'
import { type ClassesAddress, readClassesAddress } from './classes-address.ts'
import { filterOf } from './filter-address.ts'

type Change = { [Key in keyof ClassesAddress]: ClassesAddress[Key] | undefined }

export function useClassesQuestion() {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readClassesAddress(raw))
  const address = useMemo(() => JSON.parse(text) as ClassesAddress, [text])
  const question = useMemo(() => questionOf(address), [address])
  const change = useCallback(
    (part: Change) => {
      // Opening a card, or moving a limit bit by bit, is no step to go back by.
      const replace = 'id' in part || 'a' in part || 'x' in part || 'first' in part || 'second' in part
      navigate({
        to: '.',
        search: (before: Record<string, unknown>) => readClassesAddress({ ...before, ...part }),
        replace,
      })
    },
    [navigate],
  )
  return { address, question, change }
}

export function questionOf(address: ClassesAddress): ClassesInput {
  const { basis, months, period, on, a, b, x, y } = address
  return {
    basis,
    months,
    period,
    on,
    ...(a !== undefined && b !== undefined && { thresholds: [shareOf(a), shareOf(b)] as [number, number] }),
    ...(x !== undefined && y !== undefined && { limits: [x, y] as [number, number] }),
    filter: filterOf(address),
  }
}

/** A share of 1 from per cent without the dirt of binary division. */
function shareOf(percent: number): number {
  return Number((percent / 100).toFixed(8))
}

export type ClassesState = ReturnType<typeof useClassesQuestion>
