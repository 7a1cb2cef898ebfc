// Writes an inspection: the lot gives the sample to draw and the numbers to accept and reject at (ISO 2859-1); findings give
// the verdict, which the seller takes or overrules.
import { Select, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import { FormDialog } from '#renderer/ui/form-dialog.tsx'
import {
  aqls,
  type Inspection,
  inspectionKinds,
  inspectionLevels,
  inspectionResults,
} from '#shared/schemas/inspections.ts'
import { FindingsField } from './findings-field.tsx'
import { InspectionPlanTable } from './inspection-plan.tsx'
import classes from './receiving.module.css'
import { type InspectionState, useInspection } from './use-inspection.ts'

type DialogProps = { orderId: number; inspection: Inspection | null; onClose: () => void }

export function InspectionDialog({ orderId, inspection, onClose }: DialogProps) {
  const { t } = useText()
  const state = useInspection({ orderId, inspection, onClose })
  const { saving, removing, values, set } = state
  return (
    <FormDialog
      title={t(inspection ? 'receiving.inspection.edit' : 'receiving.inspection.add')}
      size={860}
      error={saving.error}
      isPending={saving.isPending}
      onSubmit={() => saving.mutate()}
      onClose={onClose}
      remove={
        inspection && {
          label: t('receiving.inspection.remove'),
          run: () => removing.mutate(),
          isPending: removing.isPending,
        }
      }
    >
      <HeadFields orderId={orderId} state={state} />
      <InspectionPlanTable state={state} />
      <FindingsField state={state} />
      <div className={classes.fields}>
        <Select
          label={t('receiving.inspection.fields.result')}
          allowDeselect={false}
          data={inspectionResults.map((one) => ({ value: one, label: t(`receiving.inspection.results.${one}`) }))}
          value={values.result}
          onChange={(result) => result && set({ result: result as typeof values.result })}
        />
        <Textarea
          label={t('receiving.inspection.fields.note')}
          value={values.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
      </div>
    </FormDialog>
  )
}

function HeadFields({ orderId, state }: { orderId: number; state: InspectionState }) {
  const { t } = useText()
  const { values, set } = state
  const lines = useQuery(trpc.receiving.toReceive.queryOptions({ orderId })).data?.lines ?? []
  const aqlChoices = [
    { value: '', label: t('receiving.inspection.noLimit') },
    ...aqls.map((aql) => ({ value: aql, label: aql })),
  ]
  return (
    <div className={classes.fields}>
      <Select
        label={t('receiving.inspection.fields.kind')}
        allowDeselect={false}
        data={inspectionKinds.map((kind) => ({ value: kind, label: t(`receiving.inspection.kinds.${kind}`) }))}
        value={values.kind}
        onChange={(kind) => kind && set({ kind: kind as typeof values.kind })}
        data-autofocus
      />
      <DayInput label={t('receiving.inspection.fields.on')} required value={values.on} onChange={(on) => set({ on })} />
      <TextInput
        label={t('receiving.inspection.fields.inspector')}
        value={values.inspector}
        onChange={(event) => set({ inspector: event.currentTarget.value })}
      />
      <Select
        label={t('receiving.inspection.fields.line')}
        placeholder={t('receiving.inspection.wholeOrder')}
        clearable
        data={lines.map((line) => ({
          value: String(line.lineId),
          label: `${line.position}. ${line.sku || line.description}`,
        }))}
        value={values.lineId}
        onChange={(lineId) => set({ lineId })}
      />
      <DecimalInput label={t('receiving.inspection.fields.lot')} value={values.lot} onChange={(lot) => set({ lot })} />
      <Select
        label={t('receiving.inspection.fields.level')}
        allowDeselect={false}
        data={[...inspectionLevels]}
        value={values.level}
        onChange={(level) => level && set({ level: level as typeof values.level })}
      />
      {(['aqlCritical', 'aqlMajor', 'aqlMinor'] as const).map((key) => (
        <Select
          key={key}
          label={t(`receiving.inspection.fields.${key}`)}
          allowDeselect={false}
          data={aqlChoices}
          value={values[key]}
          onChange={(aql) => set({ [key]: aql ?? '' })}
        />
      ))}
      <DecimalInput
        label={t('receiving.inspection.fields.sampleSize')}
        value={values.sampleSize}
        onChange={(sampleSize) => set({ sampleSize })}
      />
    </div>
  )
}
