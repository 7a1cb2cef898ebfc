// Which field of the form a refused shipment is to blame on: the service names its fields, rows without the blank ones.
import { errorMessage } from '#renderer/lib/error-message.ts'
import { inFormOrder } from '#renderer/lib/field-problems.ts'
import type { Failure } from '#shared/errors.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { isBlankParcel } from './parcel-form-values.ts'
import { isBlankLine, type ShipmentForm } from './shipment-form-values.ts'

/** Of the service's fields, those that are called otherwise in the form. */
const renamed: readonly [RegExp, string][] = [
  [/^(legs\.\d+)\.carrierId$/, '$1.carrier'],
  [/^(parcels\.\d+)\.netGrams$/, '$1.gross'],
  [/^(lines\.\d+)\.productId$/, '$1.product'],
  [/^(lines\.\d+)$/, '$1.quantity'],
]

const lists: readonly string[] = ['lines', 'parcels', 'legs', 'customs']

export function blameShipment(t: Translate, failure: Failure, form: ShipmentForm) {
  const { field } = failure.details
  if (typeof field !== 'string') return { fields: {}, isTold: false }
  const name = renamed.reduce((text, [from, to]) => text.replace(from, to), field)
  const fields = { [name]: errorMessage(t, failure) }
  const written = <Row>(rows: readonly Row[], isBlank: (row: Row) => boolean) =>
    rows.flatMap((row, index) => (isBlank(row) ? [] : [index]))
  const ofLines = inFormOrder(fields, 'lines', written(form.lines, isBlankLine))
  return {
    fields: inFormOrder(ofLines, 'parcels', written(form.parcels, isBlankParcel)),
    // Of a whole list no single field can say it.
    isTold: !lists.includes(name),
  }
}
