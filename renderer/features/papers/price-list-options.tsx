// What can be chosen on a price list.
import { useText } from '#renderer/lib/language.ts'
import { CurrencySelect } from '#renderer/ui/currency-select.tsx'
import { OptionArea, OptionSwitch, type OptionsProps, ValidUntil } from './option-fields.tsx'

export function PriceListOptions({ wish, set }: OptionsProps) {
  const { t } = useText()
  return (
    <>
      <CurrencySelect
        label={t('papers.options.currency')}
        placeholder={t('papers.options.ownCurrency')}
        value={wish.options.currency}
        clearable
        onChange={(currency) => set({ currency })}
      />
      {wish.options.currency ? <OptionSwitch name="acceptOldRates" wish={wish} set={set} /> : null}
      <ValidUntil wish={wish} set={set} />
      <OptionSwitch name="withPictures" wish={wish} set={set} />
      <OptionArea name="note" wish={wish} set={set} />
    </>
  )
}
