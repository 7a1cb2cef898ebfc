// A carrier's service as its form holds it.
import { parseFields } from '#renderer/lib/field-problems.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { newFieldReader, numberToText } from '#renderer/lib/typed-number.ts'
import type { PickerOption } from '#renderer/ui/picker.tsx'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { type CarrierService, type CarrierServiceInput, carrierServiceInput } from '#shared/schemas/carriers.ts'

export type ServiceForm = {
  carrier: PickerOption | null
  code: string
  name: string
  mode: CarrierServiceInput['mode']
  weighsBy: CarrierServiceInput['weighsBy']
  divisor: string
  roundUp: string
  roundsSides: boolean
  maxPiece: string
  maxSide: string
  daysMin: string
  daysMax: string
  storageDays: string
  note: string
}

export function newServiceForm(carrier: PickerOption | null): ServiceForm {
  return {
    ...{ carrier, code: '', name: '', mode: 'courier', weighsBy: 'shipment', divisor: '5000', roundUp: '0.5' },
    ...{ roundsSides: false, maxPiece: '', maxSide: '', daysMin: '', daysMax: '', storageDays: '', note: '' },
  }
}

export function serviceToForm(service: CarrierService, language: Language): ServiceForm {
  const carrier = { name: service.carrier, nameZh: service.carrierZh }
  const { code, name, mode, weighsBy, roundsSides, note } = service
  return {
    ...{ code, name, mode, weighsBy, roundsSides, note },
    carrier: { id: service.carrierId, name: nameIn(language, carrier) },
    divisor: numberToText(service.divisor, 'whole'),
    roundUp: numberToText(service.roundUpGrams, 'kg'),
    maxPiece: numberToText(service.maxPieceGrams, 'kg'),
    maxSide: numberToText(service.maxSideMm, 'cm'),
    daysMin: numberToText(service.daysMin, 'whole'),
    daysMax: numberToText(service.daysMax, 'whole'),
    storageDays: numberToText(service.storageDays, 'whole'),
  }
}

/** What travels, or a problem's code per field of the form. An empty divisor: volume does not count. */
export function readServiceForm(form: ServiceForm): FormReading<CarrierServiceInput> {
  const reader = newFieldReader()
  if (!form.carrier) reader.problems.carrier = 'required'
  const service = parseFields(carrierServiceInput, {
    ...form,
    carrierId: form.carrier?.id ?? 0,
    divisor: reader.number('divisor', form.divisor, 'whole'),
    roundUpGrams: reader.needed('roundUp', form.roundUp, 'kg'),
    maxPieceGrams: reader.number('maxPiece', form.maxPiece, 'kg'),
    maxSideMm: reader.number('maxSide', form.maxSide, 'cm'),
    daysMin: reader.number('daysMin', form.daysMin, 'whole'),
    daysMax: reader.number('daysMax', form.daysMax, 'whole'),
    storageDays: reader.number('storageDays', form.storageDays, 'whole'),
  })
  const named = { carrierId: 'carrier', roundUpGrams: 'roundUp', maxPieceGrams: 'maxPiece', maxSideMm: 'maxSide' }
  const refused = service.ok ? {} : service.problems
  const told = Object.entries(refused).map(([path, code]) => [named[path as keyof typeof named] ?? path, code])
  const problems = { ...Object.fromEntries(told), ...reader.problems }
  return service.ok && Object.keys(problems).length === 0 ? service : { ok: false, problems }
}
