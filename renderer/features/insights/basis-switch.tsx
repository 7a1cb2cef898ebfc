// By what products are ranked.
import { SegmentedControl } from '@mantine/core'
import { useText } from '#renderer/lib/language.ts'
import { type AbcBasis, abcBases } from '#shared/schemas/insights.ts'

export function BasisSwitch({ basis, onChange }: { basis: AbcBasis; onChange: (basis: AbcBasis) => void }) {
  const { t } = useText()
  return (
    <SegmentedControl
      aria-label={t('insights.abc.basis.label')}
      data={abcBases.map((one) => ({ value: one, label: t(`insights.abc.basis.${one}`) }))}
      value={basis}
      onChange={(value) => onChange(abcBases.find((one) => one === value) ?? basis)}
    />
  )
}
