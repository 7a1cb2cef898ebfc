// What was found in a sample: the defect, how bad it is, in how many pieces.
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { defectText } from '#renderer/lib/defect-text.ts'
import { useText } from '#renderer/lib/language.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { severities } from '#shared/schemas/inspections.ts'
import classes from './receiving.module.css'
import type { FindingForm, InspectionState } from './use-inspection.ts'

export function FindingsField({ state }: { state: InspectionState }) {
  const { t } = useText()
  const { values, set } = state
  const defects = useQuery(trpc.receiving.toReceive.queryOptions({ orderId: state.orderId })).data?.defects ?? []
  const change = (key: string, part: Partial<FindingForm>) =>
    set({ findings: values.findings.map((one) => (one.key === key ? { ...one, ...part } : one)) })
  const add = () =>
    set({
      findings: [
        ...values.findings,
        { key: crypto.randomUUID(), id: null, defect: defects[0]?.key ?? 'damaged', severity: 'major', pieces: '' },
      ],
    })
  return (
    <div>
      {values.findings.length > 0 ? (
        <table className={`${classes.table} ${classes.edit}`}>
          <tbody>
            {values.findings.map((finding, index) => {
              const label = (field: string) => t('receiving.inspection.ofFinding', { field, number: index + 1 })
              return (
                <tr key={finding.key}>
                  <td>
                    <Select
                      allowDeselect={false}
                      aria-label={label(t('receiving.inspection.fields.defect'))}
                      data={defects.map((defect) => ({ value: defect.key, label: defectText(t, defect) }))}
                      value={finding.defect}
                      onChange={(defect) => defect && change(finding.key, { defect })}
                    />
                  </td>
                  <td>
                    <Select
                      allowDeselect={false}
                      aria-label={label(t('receiving.inspection.fields.severity'))}
                      data={severities.map((one) => ({
                        value: one,
                        label: t(`receiving.inspection.severities.${one}`),
                      }))}
                      value={finding.severity}
                      onChange={(severity) =>
                        severity && change(finding.key, { severity: severity as FindingForm['severity'] })
                      }
                    />
                  </td>
                  <td>
                    <DecimalInput
                      w={100}
                      aria-label={label(t('receiving.inspection.fields.pieces'))}
                      value={finding.pieces}
                      onChange={(pieces) => change(finding.key, { pieces })}
                    />
                  </td>
                  <td>
                    <ActionIcon
                      aria-label={t('receiving.inspection.removeFinding', { number: index + 1 })}
                      onClick={() => set({ findings: values.findings.filter(({ key }) => key !== finding.key) })}
                    >
                      <IconTrash size={15} stroke={1.5} />
                    </ActionIcon>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      ) : null}
      <Button leftSection={<IconPlus size={14} stroke={1.5} />} onClick={add}>
        {t('receiving.inspection.addFinding')}
      </Button>
    </div>
  )
}
