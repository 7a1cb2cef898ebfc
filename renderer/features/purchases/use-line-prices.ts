// What the lines of a form would cost with the supplier, asked while they are typed.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { isDay } from '#shared/dates.ts'
import type { LinePrice } from '#shared/schemas/purchases.ts'
import { lineQuantity, type PurchaseForm } from './purchase-form-values.ts'

const typingPauseMs = 250

/** By the key of the line; lines without product or quantity have none. */
export function useLinePrices({
  supplierId,
  orderedOn,
  currency,
  lines,
}: PurchaseForm): ReadonlyMap<string, LinePrice> {
  const asked = lines.flatMap((line) => {
    const quantity = lineQuantity(line)
    return line.product && quantity !== null ? [{ key: line.key, productId: line.product.id, quantity }] : []
  })
  const question = JSON.stringify({ supplierId: supplierId?.id ?? null, on: orderedOn, currency, asked })
  const [settled] = useDebouncedValue(question, typingPauseMs)
  const read = JSON.parse(settled) as {
    supplierId: number | null
    on: string
    currency: string
    asked: typeof asked
  }
  const options = trpc.purchases.prices.queryOptions(
    {
      supplierId: read.supplierId,
      ...(isDay(read.on) && { on: read.on as never }),
      currency: read.currency,
      lines: read.asked.map(({ productId, quantity }) => ({ productId, quantity })),
    },
    { placeholderData: keepPreviousData },
  )
  const { data, isPlaceholderData } = useQuery({ ...options, enabled: read.asked.length > 0 && read.currency !== '' })
  // An answer to another question names other lines.
  if (!data || isPlaceholderData) return new Map()
  return new Map(read.asked.flatMap(({ key }, index) => (data[index] ? [[key, data[index]] as const] : [])))
}
