// Why something is given back.
import { Select } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { type CreditReason, creditReasons } from '#shared/schemas/orders.ts'

type Reason = Exclude<CreditReason, ''>

export function ReasonSelect({ value, onChange }: { value: Reason; onChange: (reason: Reason) => void }) {
  const { t } = useText()
  const reasons = creditReasons.filter((reason) => reason !== '')
  return (
    <Select
      label={t('dispatch.credit.reason')}
      allowDeselect={false}
      data={reasons.map((reason) => ({ value: reason, label: t(`orders.creditReasons.${reason}`) }))}
      value={value}
      onChange={(reason) => reason && onChange(reason as Reason)}
    />
  )
}
