// Fills in which batches go: the first that expires first, over as many lines as it takes.
import { Button } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { textToNumber } from '#renderer/lib/typed-number.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { splitByBatches } from './split-batches.ts'
import type { StockForm, StockLineForm } from './stock-form-values.ts'

export function ProposeBatches({ form }: { form: UseFormReturnType<StockForm> }) {
  const { t } = useText()
  const filling = useMutation({
    mutationFn: async () => {
      const { lines, warehouseId } = form.getValues()
      const filled = await Promise.all(lines.map((line) => withBatches(line, Number(warehouseId))))
      form.setFieldValue('lines', filled.flat())
    },
    onError: (error) => sayError(t, error),
  })
  if (!form.values.lines.some(wantsBatch)) return null
  return (
    <Button onClick={() => filling.mutate()} loading={filling.isPending}>
      {t('stock.form.proposeBatches')}
    </Button>
  )
}

function wantsBatch({ product, tracking, batch }: StockLineForm): boolean {
  return product !== null && tracking !== 'none' && batch.trim() === ''
}

async function withBatches(line: StockLineForm, warehouseId: number): Promise<StockLineForm[]> {
  const read = textToNumber(line.quantity, 'quantity')
  const quantity = 'value' in read ? read.value : null
  if (!wantsBatch(line) || !line.product || quantity === null || quantity <= 0) return [line]
  const asked = { productId: line.product.id, warehouseId, quantity }
  return splitByBatches(line, await client.stock.proposeBatches.query(asked))
}
