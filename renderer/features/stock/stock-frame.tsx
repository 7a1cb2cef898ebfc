// What the stock list is told of: one place or all, now or the end of a day. Both stand in the address among the filters.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { withFilters } from '#renderer/ui/record-grid/filter-model.ts'
import { useListAddress } from '#renderer/ui/record-grid/use-list-address.ts'
import type { Filter } from '#shared/schemas/paging.ts'
import { AsOfField } from './as-of-field.tsx'
import type { PlaceChoice } from './use-places.ts'

export function StockFrame({ places }: { places: readonly PlaceChoice[] }) {
  const { t } = useText()
  const { state, change } = useListAddress()
  const filtered = (column: string) => {
    const value = state.filters.find((filter) => filter.column === column)?.values[0]
    return value === undefined ? null : String(value)
  }
  const set = (column: string, op: Filter['op'], value: string | null) =>
    change({ filters: withFilters(state.filters, column, value === null ? [] : [{ column, op, values: [value] }]) })
  return (
    <>
      <Select
        w={150}
        aria-label={t('stock.fields.place')}
        placeholder={t('stock.allPlaces')}
        clearable
        data={[...places]}
        value={filtered('place')}
        onChange={(place) => set('place', 'is', place)}
      />
      <AsOfField on={filtered('asOf')} onChange={(day) => set('asOf', 'atMost', day)} />
    </>
  )
}
