// The checklist of each kind of supplier: what has to be seen before one is approved.
import { Select } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import {
  type AdmissionSetting,
  admissionItemKinds,
  type ChecklistItem,
  type SupplyKind,
  supplyKinds,
} from '#shared/schemas/supply-settings.ts'
import { RuleAdd, RuleList } from './rule-list.tsx'

type AdmissionRulesProps = { admission: AdmissionSetting; onChange: (admission: AdmissionSetting) => void }

export function AdmissionRules({ admission, onChange }: AdmissionRulesProps) {
  const { t } = useText()
  const [kind, setKind] = useState<SupplyKind>('factory')
  const list = admission[kind]
  const titleOf = ({ item, title }: ChecklistItem) => (item === '' ? title : t(`suppliers.items.${item}`))
  const titles = list.map(titleOf)
  const take = (items: ChecklistItem[]) => onChange({ ...admission, [kind]: items })
  const unused = admissionItemKinds.filter((item) => !list.some((one) => one.item === item))
  return (
    <section>
      <SectionTitle>{t('suppliers.rules.admission')}</SectionTitle>
      <p className="q-quiet">{t('suppliers.rules.admissionAbout')}</p>
      <Select
        w={200}
        mt={8}
        label={t('suppliers.fields.kind')}
        allowDeselect={false}
        data={supplyKinds.map((value) => ({
          value,
          label: value === '' ? t('suppliers.noKind') : t(`suppliers.kinds.${value}`),
        }))}
        value={kind}
        onChange={(value) => setKind(supplyKinds.find((one) => one === value) ?? kind)}
      />
      <RuleList
        label={t('suppliers.rules.admission')}
        items={titles}
        none={t('suppliers.admit.none')}
        onArrange={(places) => take(places.flatMap((place) => list[place] ?? []))}
      />
      <RuleAdd
        known={unused.map((value) => ({ value, label: t(`suppliers.items.${value}`) }))}
        knownLabel={t('suppliers.admit.add')}
        ownLabel={t('suppliers.admit.addTitle')}
        taken={titles}
        mostLong={200}
        onKnown={(key) => {
          const item = unused.find((one) => one === key)
          if (item) take([...list, { item, title: '' }])
        }}
        onOwn={(title) => take([...list, { item: '', title }])}
      />
    </section>
  )
}
