// A charge while it is being written, and what travels of it.
import { useState } from 'react'
import { parseFields } from '#renderer/lib/field-problems.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { typedDecimal } from '#renderer/lib/typed-number.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import { type ChargeKind, type ChargeSplit, landedCostInput } from '#shared/schemas/costing.ts'
import type { StockDocument } from '#shared/schemas/stock-documents.ts'

export type Charge = {
  on: string
  kind: ChargeKind
  splitBy: ChargeSplit
  amount: string
  currency: string
  rate: string
  divisor: string
  parts: Record<number, string>
  party: PickerOption | null
  reference: string
}

export function useCharge(document: StockDocument) {
  const today = useToday()
  const { baseCurrency } = useBook()
  const [isShown, setShown] = useState(false)
  const [charge, setCharge] = useState<Charge>({
    ...{ on: today, kind: 'freight', splitBy: 'value', amount: '', currency: baseCurrency, rate: '', divisor: '6000' },
    ...{ parts: {}, party: null, reference: '' },
  })
  const set = (part: Partial<Charge>) => setCharge((before) => ({ ...before, ...part }))
  const reading = readCharge(document, charge, baseCurrency)
  return { charge, set, reading, problems: isShown && !reading.ok ? reading.problems : {}, show: () => setShown(true) }
}

function readCharge(document: StockDocument, charge: Charge, base: string) {
  const { party, parts, divisor, ...rest } = charge
  return parseFields(landedCostInput, {
    ...rest,
    documentId: document.id,
    on: typedDay(charge.on),
    amount: typedDecimal(charge.amount),
    rate: charge.currency === base ? '' : typedDecimal(charge.rate),
    divisor: Number(divisor) || 0,
    partyId: party?.id ?? null,
    parts:
      charge.splitBy === 'by_hand'
        ? Object.entries(parts).map(([id, amount]) => ({ movementId: Number(id), amount: typedDecimal(amount) || '0' }))
        : [],
  })
}
