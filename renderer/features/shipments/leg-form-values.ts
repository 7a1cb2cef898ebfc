// A leg of a shipment as the form holds it.
import { nameIn } from '#renderer/lib/names.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { Language } from '#shared/i18n/translate.ts'
import type { Leg, LegInput } from '#shared/schemas/shipments.ts'

type Days = 'plannedDepartureOn' | 'plannedArrivalOn' | 'departedOn' | 'arrivedOn'

export type LegForm = Omit<LegInput, 'id' | 'carrierId' | Days> &
  Record<Days, string> & { key: string; id: number | null; carrier: PickerOption | null }

const noPlace = { code: '', place: '', country: '' }

export function newLeg(mode: LegInput['mode']): LegForm {
  return {
    ...{ key: crypto.randomUUID(), id: null, mode, carrier: null, vessel: '', voyage: '', containerNumber: '' },
    ...{ sealNumber: '', blNumber: '', from: noPlace, to: noPlace, note: '' },
    ...{ plannedDepartureOn: '', plannedArrivalOn: '', departedOn: '', arrivedOn: '' },
  }
}

export function legToForm(leg: Leg, language: Language): LegForm {
  const { id, mode, vessel, voyage, containerNumber, sealNumber, blNumber, from, to, note, carrier } = leg
  return {
    ...{ key: String(id), id, mode, vessel, voyage, containerNumber, sealNumber, blNumber, from, to, note },
    carrier: carrier && { id: carrier.id, name: nameIn(language, carrier) },
    plannedDepartureOn: leg.plannedDepartureOn ?? '',
    plannedArrivalOn: leg.plannedArrivalOn ?? '',
    departedOn: leg.departedOn ?? '',
    arrivedOn: leg.arrivedOn ?? '',
  }
}

/** As it travels; what is no day is refused by its field. */
export function readLeg(leg: LegForm) {
  const { id, carrier, key: _, ...rest } = leg
  return {
    ...rest,
    ...(id !== null && { id }),
    carrierId: carrier?.id ?? null,
    plannedDepartureOn: typedDay(leg.plannedDepartureOn) || null,
    plannedArrivalOn: typedDay(leg.plannedArrivalOn) || null,
    departedOn: typedDay(leg.departedOn) || null,
    arrivedOn: typedDay(leg.arrivedOn) || null,
  }
}
