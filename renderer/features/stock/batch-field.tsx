// A batch by its code, or a piece by its serial number: typed, scanned, or chosen from what lies there.
import { Autocomplete } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { quantityText } from '#renderer/lib/unit-text.ts'
import type { StockLevels } from '#shared/schemas/stock.ts'
import type { StockLineForm } from './stock-form-values.ts'

export type BatchPart = Partial<Pick<StockLineForm, 'batch' | 'batchId' | 'expiresOn'>>

type BatchFieldProps = {
  line: StockLineForm
  /** Where goods leave from; null offers the batches of every place. */
  warehouseId: string | null
  label: string
  /** The name stands over the field; else it is said only to those who do not see the table's head. */
  isLabelled?: boolean
  error: string | undefined
  onChange: (part: BatchPart) => void
}

export function BatchField({ line, warehouseId, label, isLabelled = false, error, onChange }: BatchFieldProps) {
  const { t, format } = useText()
  const productId = line.product?.id ?? 0
  const options = trpc.stock.levels.queryOptions({ productId })
  const { data } = useQuery({ ...options, enabled: productId > 0 })
  const offered = batchesAt(data?.batches ?? [], warehouseId)
  const meant = (code: string) => withCode(data?.batches ?? [], code)
  const knownId = meant(line.batch)?.id ?? null
  // What was scanned before the book had answered is known by its code once it has.
  useEffect(() => {
    if (data && knownId !== line.batchId && line.batch !== '' && knownId !== null) onChange({ batchId: knownId })
  })
  const words = (code: string) => {
    const found = withCode(offered, code)
    const expiry = found?.expiresOn ? t('stock.batches.until', { day: found.expiresOn }) : ''
    return found ? [quantityText(format, found.onHand, line.unit), expiry].filter(Boolean).join(' · ') : ''
  }
  return (
    <Autocomplete
      {...(isLabelled ? { label } : { w: 130, 'aria-label': label })}
      value={line.batch}
      data={[...new Set(offered.map(({ code }) => code))]}
      onChange={(batch) => onChange({ batch, batchId: meant(batch)?.id ?? null })}
      renderOption={({ option }) => (
        <span>
          {option.value} <span className="q-quiet">{words(option.value)}</span>
        </span>
      )}
      comboboxProps={{ width: 300, position: 'bottom-start', transitionProps: { duration: 0 } }}
      error={error}
    />
  )
}

function batchesAt(batches: StockLevels['batches'], warehouseId: string | null): StockLevels['batches'] {
  return warehouseId === null ? batches : batches.filter((batch) => String(batch.warehouseId) === warehouseId)
}

/** The one whose code is typed, blanks around it aside; of two spellings the very one, else in any letter case. */
function withCode<Batch extends { code: string }>(batches: readonly Batch[], typed: string): Batch | null {
  const code = typed.trim()
  const folded = code.toLowerCase()
  return batches.find((one) => one.code === code) ?? batches.find((one) => one.code.toLowerCase() === folded) ?? null
}
