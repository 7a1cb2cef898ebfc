// What can be chosen on papers that go to suppliers: their terms come from the order, so there is little to say.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { PartyPicker } from '#renderer/ui/party-picker.tsx'
import { OptionArea, type OptionsProps, OptionText } from './option-fields.tsx'

export function PurchaseOptions({ wish, set }: OptionsProps) {
  return (
    <>
      <OptionText name="paymentTerms" wish={wish} set={set} />
      <OptionText name="transport" wish={wish} set={set} />
      <OptionArea name="marks" wish={wish} set={set} />
      <OptionArea name="note" wish={wish} set={set} />
      <StampChoice wish={wish} set={set} />
    </>
  )
}

/** Whom a request is addressed to. */
export function RequestOptions({ wish, set }: OptionsProps) {
  const { t, language } = useText()
  const { supplierId } = wish.options
  const record = { kind: 'party' as const, id: supplierId ?? 1 }
  const { data: titles } = useQuery(
    trpc.records.titles.queryOptions({ records: [record] }, { enabled: supplierId !== null }),
  )
  const title = supplierId === null ? undefined : titles?.[0]
  return (
    <>
      <PartyPicker
        partyRole="supplier"
        label={t('papers.options.supplier')}
        value={title ? { id: title.id, name: nameIn(language, title) } : null}
        onChange={(option) => set({ supplierId: option?.id ?? null })}
      />
      <OptionArea name="note" wish={wish} set={set} />
    </>
  )
}

export function StampChoice({ wish, set }: OptionsProps) {
  const { t } = useText()
  const { withStamp } = wish.options
  return (
    <Select
      label={t('papers.options.stamp')}
      data={[
        { value: 'template', label: t('papers.options.asTemplate') },
        { value: 'true', label: t('common.yes') },
        { value: 'false', label: t('common.no') },
      ]}
      value={withStamp === null ? 'template' : String(withStamp)}
      onChange={(value) => set({ withStamp: value === 'template' ? null : value === 'true' })}
    />
  )
}
