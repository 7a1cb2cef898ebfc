// Changing lines of a stock document: the same functions as long as the form lives, so that a key in one line redraws one line.
import type { UseFormReturnType } from '@mantine/form'
import { useCallback, useRef } from 'react'
import { client } from '#renderer/lib/api.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { useRowChanges } from '#renderer/ui/record-form/form-rows.ts'
import { newStockLine, type StockForm } from './stock-form-values.ts'

/** `onChosen` hears of a line whose product was just chosen. */
export function useLineChanges(form: UseFormReturnType<StockForm>, onChosen: (index: number) => void) {
  const latest = useRef({ form, onChosen })
  latest.current = { form, onChosen }
  const { change } = useRowChanges(form, 'lines')
  const choose = useCallback(
    async (index: number, product: PickerOption | null) => {
      const before = latest.current.form.getValues().lines[index]
      const cleared = { tracking: 'none', unit: '', batch: '', batchId: null, originId: null } as const
      change(index, before?.product?.id === product?.id ? { product } : { product, ...cleared })
      if (!product) return
      latest.current.onChosen(index)
      const known = await productPart(product)
      const { lines, currency } = latest.current.form.getValues()
      const line = lines[index]
      if (!known || line?.product?.id !== product.id) return
      // Only a cost in the document's own currency is proposed, and none that was typed is overwritten.
      const takesCost = line.unitCost.trim() === '' && known.cost?.currency === currency
      const { tracking, unit } = known
      change(index, { tracking, unit, ...(takesCost && { unitCost: known.cost?.amount ?? '' }) })
    },
    [change],
  )
  const remove = useCallback((index: number) => {
    const current = latest.current.form
    const rest = current.getValues().lines.filter((_, at) => at !== index)
    current.setFieldValue('lines', rest.length > 0 ? rest : [newStockLine(crypto.randomUUID())])
    current.clearErrors()
  }, [])
  return { change, choose, remove }
}

/** What a line needs to know of its product; null where it is gone meanwhile. */
export async function productPart({ id }: { id: number }) {
  const found = await client.products.get.query({ id }).catch(() => null)
  return found && { unit: found.unit, tracking: found.tracking, cost: found.cost, parts: found.kitPartRows }
}
