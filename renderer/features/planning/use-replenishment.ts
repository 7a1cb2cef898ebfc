// What to buy next: the question from the address, quantities changed by hand, and the lines that are chosen.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { textToNumber } from '#renderer/lib/typed-number.ts'
import { type ReplenishmentAddress, readReplenishmentAddress } from './replenishment-address.ts'

type Change = { [Key in keyof ReplenishmentAddress]: ReplenishmentAddress[Key] | undefined }

/** What someone typed in the place of a suggestion, by product. */
export type TypedQuantities = Readonly<Record<number, string>>

export function useReplenishment() {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readReplenishmentAddress(raw))
  const address = useMemo(() => JSON.parse(text) as ReplenishmentAddress, [text])
  const [typed, setTyped] = useState<TypedQuantities>({})
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const question = useMemo(() => questionOf(address, typed), [address, typed])
  const query = useQuery(trpc.planning.replenishment.queryOptions(question, { placeholderData: keepPreviousData }))
  const change = useCallback(
    (part: Change) => {
      navigate({
        to: '.',
        search: (before: Record<string, unknown>) => readReplenishmentAddress({ ...before, ...part }),
        replace: !('scope' in part),
      })
    },
    [navigate],
  )
  const choose = useCallback((products: readonly number[], isChosen: boolean) => {
    setChosen((before) => {
      const next = new Set(before)
      for (const id of products) {
        if (isChosen) next.add(id)
        else next.delete(id)
      }
      return next
    })
  }, [])
  const type = useCallback((productId: number, quantity: string) => {
    setTyped((before) => ({ ...before, [productId]: quantity }))
  }, [])
  const forget = useCallback(() => {
    setTyped({})
    setChosen(new Set())
  }, [])
  return { address, question, query, typed, chosen, change, choose, type, forget }
}

export type ReplenishmentState = ReturnType<typeof useReplenishment>

/** What is no number yet is left as it was suggested. */
function questionOf({ scope, q, budget }: ReplenishmentAddress, typed: TypedQuantities) {
  const quantities = Object.entries(typed).flatMap(([productId, text]) => {
    const read = textToNumber(text, 'quantity')
    const isGood = 'value' in read && read.value !== null && read.value >= 0
    return isGood ? [{ productId: Number(productId), quantity: read.value as number }] : []
  })
  return { scope: scope ?? ('due' as const), search: q ?? '', budget: budget ?? null, quantities, limit: 500 }
}
