// What a list of customers is taken out for: without their consent nobody is written to.
import { NativeSelect } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { type ConsentPurpose, consentPurposes } from '#shared/schemas/customers.ts'

/** Empty until someone has said; `own` is the seller's own work. */
export type ExportPurpose = '' | 'own' | ConsentPurpose

type PurposeChoiceProps = { value: ExportPurpose; onChange: (purpose: ExportPurpose) => void }

export function PurposeChoice({ value, onChange }: PurposeChoiceProps) {
  const { t } = useText()
  return (
    <NativeSelect
      m={8}
      label={t('customers.export.for')}
      data={[
        { value: '', label: t('customers.export.choose') },
        { value: 'own', label: t('customers.export.own') },
        ...consentPurposes.map((purpose) => ({
          value: purpose,
          label: t('customers.export.marketing', { purpose: t(`customers.purposes.${purpose}`) }),
        })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as ExportPurpose)}
    />
  )
}
