// An inspection while it is written: what was typed, the plan and the verdict that follow from it, and saving.
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { numberToText, textToNumber } from '#renderer/lib/typed-number.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { Day } from '#shared/dates.ts'
import type { Inspection, InspectionDraft, InspectionResult, Severity } from '#shared/schemas/inspections.ts'

export type FindingForm = { key: string; id: number | null; defect: string; severity: Severity; pieces: string }

export type InspectionState = ReturnType<typeof useInspection>

type Input = { orderId: number; inspection: Inspection | null; onClose: () => void }

export function useInspection({ orderId, inspection, onClose }: Input) {
  const text = useText()
  const { t } = text
  const today = useToday()
  const [values, setValues] = useState(() => formOf(inspection, today))
  const set = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }))
  const { level, aqlCritical, aqlMajor, aqlMinor } = values
  const scheme = { level, aqlCritical, aqlMajor, aqlMinor }
  const lot = positive(values.lot)
  const sampleSize = positive(values.sampleSize, 'whole')
  const written = values.findings.filter(({ pieces }) => (positive(pieces, 'whole') ?? 0) > 0)
  const findings = written.map(({ severity, pieces }) => ({ severity, pieces: positive(pieces, 'whole') ?? 0 }))
  const plan = useQuery(
    trpc.inspections.plan.queryOptions({ ...scheme, lot, sampleSize, findings } as never, {
      placeholderData: keepPreviousData,
    }),
  ).data
  const input = {
    ...{ orderId, lot, sampleSize },
    ...scheme,
    receiptId: inspection?.receiptId ?? null,
    lineId: values.lineId === null ? null : Number(values.lineId),
    kind: values.kind,
    on: typedDay(values.on) as Day,
    inspector: values.inspector,
    result: values.result,
    note: values.note,
    findings: written.map(({ id, defect, severity, pieces }) => ({
      ...(id !== null && { id }),
      ...{ defect, severity },
      pieces: positive(pieces, 'whole') ?? 0,
      note: '',
    })),
  } as InspectionDraft
  const saving = useMutation({
    mutationFn: async () => {
      if (inspection) await client.inspections.edit.mutate({ id: inspection.id, inspection: input })
      else await client.inspections.add.mutate(input)
    },
    onSuccess: onClose,
  })
  const removing = useMutation({
    mutationFn: () => client.inspections.remove.mutate({ id: inspection?.id ?? 0 }),
    onSuccess: ({ operationId }) => {
      sayUndoable(text, t('receiving.inspection.removed'), operationId)
      onClose()
    },
    onError: (error) => sayError(t, error),
  })
  return { orderId, values, set, plan, saving, removing }
}

function formOf(inspection: Inspection | null, today: Day) {
  return {
    kind: inspection?.kind ?? ('final' as Inspection['kind']),
    on: inspection?.on ?? (today as string),
    inspector: inspection?.inspector ?? '',
    lineId: inspection?.lineId ? String(inspection.lineId) : (null as string | null),
    lot: numberToText(inspection?.lot ?? null, 'quantity'),
    level: inspection?.level ?? ('II' as Inspection['level']),
    aqlCritical: inspection?.aqlCritical ?? ('' as Inspection['aqlCritical']),
    aqlMajor: inspection?.aqlMajor ?? ('2.5' as Inspection['aqlMajor']),
    aqlMinor: inspection?.aqlMinor ?? ('4.0' as Inspection['aqlMinor']),
    sampleSize: numberToText(inspection?.sampleSize ?? null, 'whole'),
    result: inspection?.result ?? ('open' as InspectionResult),
    note: inspection?.note ?? '',
    findings: (inspection?.findings ?? []).map(
      ({ id, defect, severity, pieces }): FindingForm => ({
        key: String(id),
        id,
        defect,
        severity,
        pieces: String(pieces),
      }),
    ),
  }
}

function positive(typed: string, scale: 'quantity' | 'whole' = 'quantity'): number | null {
  const read = textToNumber(typed, scale)
  return 'value' in read && read.value !== null && read.value > 0 ? read.value : null
}
