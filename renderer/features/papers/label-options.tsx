// What can be chosen on labels.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { type BarcodeChoice, barcodeChoices } from '#shared/schemas/papers.ts'
import { OptionSwitch, type OptionsProps } from './option-fields.tsx'

export function LabelOptions({ wish, set }: OptionsProps) {
  const { t } = useText()
  return (
    <>
      <Select
        label={t('papers.options.barcode')}
        data={barcodeChoices.map((choice) => ({ value: choice, label: t(`papers.barcodes.${choice}`) }))}
        value={wish.options.barcode}
        onChange={(choice) => choice && set({ barcode: choice as BarcodeChoice })}
      />
      <OptionSwitch name="withPrice" wish={wish} set={set} />
      <OptionSwitch name="withOrigin" wish={wish} set={set} />
      <OptionSwitch name="withWeight" wish={wish} set={set} />
    </>
  )
}
