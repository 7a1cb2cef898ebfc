// What does not look right about a shipment while it is written, by the field that it stands beside. It blocks nothing.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import type { TextKey, Translate } from '#shared/i18n/translate.ts'
import type { Shipment } from '#shared/schemas/shipments.ts'
import { type ShipmentWarning, shipmentCheckInput } from '#shared/schemas/to-ship.ts'
import { readLeg } from './leg-form-values.ts'
import type { ShipmentForm } from './shipment-form-values.ts'

export type Warnings = Readonly<Record<string, string | undefined>>

const pauseMs = 250

export function useShipmentWarnings({ incoterm, mode, plannedOn, legs }: ShipmentForm): Warnings {
  const { t } = useText()
  const asked = { incoterm, mode, plannedOn: typedDay(plannedOn) || null, legs: legs.map(readLeg) }
  // Half-typed days fit no schema; then the last answer stands.
  const read = shipmentCheckInput.safeParse(asked)
  const [text] = useDebouncedValue(read.success ? JSON.stringify(read.data) : '', pauseMs)
  const query = useQuery({
    ...trpc.shipments.warnings.queryOptions(text === '' ? {} : JSON.parse(text)),
    enabled: text !== '' && (incoterm !== '' || legs.length > 0),
    placeholderData: keepPreviousData,
  })
  return inWords(t, query.data)
}

/** The same of the legs of a shipment as it stands. */
export function useLegWarnings({ mode, legs }: Pick<Shipment, 'mode' | 'legs'>): Warnings {
  const { t } = useText()
  const asked = { mode, legs: legs.map(({ position, carrier, ...leg }) => leg) }
  const query = useQuery({
    ...trpc.shipments.warnings.queryOptions(asked),
    placeholderData: keepPreviousData,
  })
  return inWords(t, query.data)
}

function inWords(t: Translate, found: readonly ShipmentWarning[] = []): Warnings {
  return Object.fromEntries(
    found.map(({ field, code, details }) => [field, t(`shipments.warnings.${code}` as TextKey, details)]),
  )
}
