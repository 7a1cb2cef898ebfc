// One line of a document over the batches that go.
import { numberToText } from '#renderer/lib/typed-number.ts'
import type { BatchProposal } from '#shared/schemas/stock.ts'
import type { StockLineForm } from './stock-form-values.ts'

/** The line once for each batch; what no batch has any more stays as a line without one. */
export function splitByBatches(line: StockLineForm, { batches, missing }: BatchProposal): StockLineForm[] {
  if (batches.length === 0) return [line]
  const split = batches.map(({ batchId, code, quantity }, at) => ({
    ...line,
    key: at === 0 ? line.key : `${line.key}-${batchId}`,
    batch: code,
    batchId,
    quantity: numberToText(quantity, 'quantity'),
  }))
  const rest = { ...line, key: `${line.key}-rest`, quantity: numberToText(missing, 'quantity') }
  return missing > 0 ? [...split, rest] : split
}
