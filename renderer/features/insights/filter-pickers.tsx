// What an analysis is narrowed to: channel, country, category; for the value of stock, a place. Only what the book has.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import type { FilterAddress } from './filter-address.ts'

type Change = { [Key in keyof FilterAddress]: FilterAddress[Key] | undefined }
type FilterPickersProps = { filter: FilterAddress; isOfStock: boolean; onChange: (part: Change) => void }

export function FilterPickers({ filter, isOfStock, onChange }: FilterPickersProps) {
  const { t, format, language } = useText()
  const { data } = useQuery(trpc.classes.filters.queryOptions())
  if (!data) return null
  const categories = data.categories.map((one) => ({ value: String(one.id), label: nameIn(language, one) }))
  const places = data.warehouses.map(({ id, name, kind }) => ({
    value: String(id),
    label: name || t(kind === 'transit' ? 'classes.filter.transit' : 'classes.filter.main'),
  }))
  return (
    <>
      {isOfStock ? (
        <One
          label={t('classes.filter.warehouse')}
          all={t('classes.filter.allWarehouses')}
          data={places}
          value={filter.place === undefined ? null : String(filter.place)}
          onChange={(value) => onChange({ place: value === null ? undefined : Number(value) })}
        />
      ) : (
        <>
          <One
            label={t('classes.filter.channel')}
            all={t('classes.filter.allChannels')}
            data={data.channels.map((channel) => ({ value: channel, label: channel }))}
            value={filter.channel ?? null}
            onChange={(value) => onChange({ channel: value ?? undefined })}
          />
          <One
            label={t('classes.filter.country')}
            all={t('classes.filter.allCountries')}
            data={data.countries.map((code) => ({ value: code, label: format.country(code) }))}
            value={filter.country ?? null}
            onChange={(value) => onChange({ country: value ?? undefined })}
          />
        </>
      )}
      <One
        label={t('classes.filter.category')}
        all={t('classes.filter.allCategories')}
        data={categories}
        value={filter.category === undefined ? null : String(filter.category)}
        onChange={(value) => onChange({ category: value === null ? undefined : Number(value) })}
      />
    </>
  )
}

type OneProps = {
  label: string
  all: string
  data: { value: string; label: string }[]
  value: string | null
  onChange: (value: string | null) => void
}

/** Left out where the book has nothing to choose from, unless the address asks for something. */
function One({ label, all, data, value, onChange }: OneProps) {
  if (data.length === 0 && value === null) return null
  const known = value === null || data.some((one) => one.value === value) ? data : [...data, { value, label: value }]
  return (
    <Select
      w={150}
      aria-label={label}
      placeholder={all}
      searchable={known.length > 8}
      clearable
      data={known}
      value={value}
      onChange={onChange}
    />
  )
}
