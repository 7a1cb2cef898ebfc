// A warehouse as its form holds it.
import { parseFields } from '#renderer/lib/field-problems.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import type { FormReading } from '#renderer/ui/record-form/use-record-form.ts'
import { type Warehouse, type WarehouseInput, warehouseInput } from '#shared/schemas/warehouses.ts'

export type BinForm = { key: string; id?: number; code: string; note: string }

export type WarehouseForm = Omit<WarehouseInput, 'startsOn' | 'bins'> & { startsOn: string; bins: BinForm[] }

export function warehouseToForm(warehouse: Warehouse | null): WarehouseForm {
  const blank = warehouseInput.parse({})
  const { name, code, country, startsOn, isSellable, shortage, note } = warehouse ?? blank
  return {
    ...{ name, code, country, isSellable, shortage, note },
    kind: warehouse && warehouse.kind !== 'transit' ? warehouse.kind : blank.kind,
    startsOn: startsOn ?? '',
    bins: (warehouse?.bins ?? []).map((bin) => ({ key: String(bin.id), ...bin })),
  }
}

/** What travels, or a problem's code per field. Bins that nothing was written of are left out. */
export function readWarehouseForm(form: WarehouseForm): FormReading<WarehouseInput> {
  const bins = form.bins.filter((bin) => bin.id !== undefined || bin.code.trim() !== '' || bin.note.trim() !== '')
  return parseFields(warehouseInput, {
    ...form,
    startsOn: typedDay(form.startsOn) || null,
    bins: bins.map(({ id, code, note }) => ({ ...(id === undefined ? {} : { id }), code, note })),
  })
}
