// What can be chosen on papers of shipments.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { type BarcodeChoice, barcodeChoices } from '#shared/schemas/papers.ts'
import { OptionArea, OptionSwitch, type OptionsProps } from './option-fields.tsx'
import { StampChoice } from './purchase-options.tsx'

export function ShipmentOptions({ wish, set }: OptionsProps) {
  if (wish.kind === 'packing_list')
    return (
      <>
        <OptionArea name="marks" wish={wish} set={set} />
        <StampChoice wish={wish} set={set} />
      </>
    )
  if (wish.kind === 'shipping_marks')
    return (
      <>
        <OptionArea name="marks" wish={wish} set={set} />
        <OptionSwitch name="withOrigin" wish={wish} set={set} />
      </>
    )
  return wish.kind === 'carton_labels' ? <CartonLabelOptions wish={wish} set={set} /> : null
}

function CartonLabelOptions({ wish, set }: OptionsProps) {
  const { t } = useText()
  return (
    <>
      <Select
        label={t('papers.options.barcode')}
        data={barcodeChoices.map((choice) => ({ value: choice, label: t(`papers.barcodes.${choice}`) }))}
        value={wish.options.barcode}
        onChange={(choice) => choice && set({ barcode: choice as BarcodeChoice })}
      />
      <OptionSwitch name="withOrigin" wish={wish} set={set} />
    </>
  )
}
