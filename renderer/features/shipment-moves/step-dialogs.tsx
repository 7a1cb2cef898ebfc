// The steps of a shipment that move goods, asked about over its page: the address names the step (`step=dispatch`), so that
// whatever leads here (a button, an alert, another screen) opens the same dialog.
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { PresenceProps } from '#renderer/lib/record-panels.ts'
import { ArriveDialog } from './arrive-dialog.tsx'
import { DecideDialog } from './decide-dialog.tsx'
import { MissingDialog } from './missing-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { ReverseDialog } from './reverse-dialog.tsx'
import { SendDialog } from './send-dialog.tsx'

const dialogs = {
  dispatch: SendDialog,
  arrive: ArriveDialog,
  return: ReturnDialog,
  decide: DecideDialog,
  reverse: ReverseDialog,
  missing: MissingDialog,
} as const

type Step = keyof typeof dialogs

export type StepProps = { id: number; onClose: () => void }

export function StepDialogs({ record }: PresenceProps) {
  const { step } = useSearch({ strict: false }) as { step?: string }
  const navigate = useNavigate()
  if (step === undefined || !isStep(step)) return null
  const Dialog = dialogs[step]
  const close = () =>
    void navigate({ to: '.', search: (({ step: _, ...rest }: { step?: string }) => rest) as never, replace: true })
  return <Dialog key={`${record.id} ${step}`} id={record.id} onClose={close} />
}

function isStep(text: string): text is Step {
  return Object.hasOwn(dialogs, text)
}
