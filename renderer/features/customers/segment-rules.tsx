// Which scores make which segment: read from the top, the first line that fits counts.
import { Button, Modal, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import table from '#renderer/ui/plain-table.module.css'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { SegmentSetting } from '#shared/schemas/customer-settings.ts'
import classes from './customers.module.css'
import { useSetting } from './use-setting.ts'

const scores = ['1', '2', '3', '4', '5']
const parts = ['r', 'f', 'm'] as const

export function SegmentRules({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const { setting, save, isSaving } = useSetting('rfm', t('customers.rfm.saved'))
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('customers.rfm.rules')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {setting ? (
        <RuleTable
          initial={setting.segments}
          isSaving={isSaving}
          onClose={onClose}
          onSave={(segments) => {
            save({ segments })
            onClose()
          }}
        />
      ) : (
        <LoadingState />
      )}
    </Modal>
  )
}

type TableProps = {
  initial: readonly SegmentSetting[]
  isSaving: boolean
  onClose: () => void
  onSave: (segments: SegmentSetting[]) => void
}

function RuleTable({ initial, isSaving, onClose, onSave }: TableProps) {
  const { t } = useText()
  const [rules, setRules] = useState<SegmentSetting[]>([...initial])
  const set = (at: number, part: (typeof parts)[number], end: 0 | 1, value: number) =>
    setRules((before) =>
      before.map((rule, index) => {
        if (index !== at) return rule
        const [least, most] = rule[part]
        // The other end follows, so that a range never runs backwards.
        const span: [number, number] = end === 0 ? [value, Math.max(value, most)] : [Math.min(value, least), value]
        return { ...rule, [part]: span }
      }),
    )
  return (
    <div className={classes.form}>
      <p className="q-quiet">{t('customers.rfm.rulesText')}</p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('customers.rfm.segment')}</th>
            {parts.map((part) => (
              <th key={part} scope="col">
                {t(`customers.rfm.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule, at) => {
            const name = t(`customers.segments.${rule.name}`)
            return (
              <tr key={rule.name}>
                <th scope="row">{name}</th>
                {parts.map((part) => (
                  <td key={part}>
                    <span className={classes.ranges}>
                      <Score
                        label={`${name}, ${t('customers.rfm.least', { score: t(`customers.rfm.${part}`) })}`}
                        value={rule[part][0]}
                        onChange={(value) => set(at, part, 0, value)}
                      />
                      –
                      <Score
                        label={`${name}, ${t(`customers.rfm.${part}`)} ${t('customers.rfm.most')}`}
                        value={rule[part][1]}
                        onChange={(value) => set(at, part, 1, value)}
                      />
                    </span>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <div className={classes.formActions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <WriteGate>
          <Button variant="filled" loading={isSaving} onClick={() => onSave(rules)}>
            {t('common.save')}
          </Button>
        </WriteGate>
      </div>
    </div>
  )
}

function Score({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <NativeSelect
      w={56}
      aria-label={label}
      data={scores}
      value={String(value)}
      onChange={(event) => onChange(Number(event.currentTarget.value))}
    />
  )
}
