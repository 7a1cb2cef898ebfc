// A step of a shipment while it is asked about: its preview, and taking it.
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useText } from '#renderer/lib/language.ts'
import { useMayWrite } from '#renderer/lib/may-write.ts'
import { focusNextStep } from '#renderer/ui/next-step.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'

type Undoable = { operationId: number | null }
type Taking<Input, Result extends Undoable> = {
  mutate: (input: Input) => Promise<Result>
  /** What is said once it is done. */
  done: (result: Result) => string
  onClose: (result: Result) => void
}

export function useTakeStep<Input, Result extends Undoable>({ mutate, done, onClose }: Taking<Input, Result>) {
  const text = useText()
  return useMutation({
    mutationFn: mutate,
    onSuccess: (result) => {
      sayUndoable(text, done(result), result.operationId)
      focusNextStep()
      onClose(result)
    },
  })
}

const typingPauseMs = 300

/** What it would do; nothing is written. Null asks nothing. */
export function useStepPreview<Input, Preview>(
  name: string,
  input: Input | null,
  ask: (input: Input) => Promise<Preview>,
) {
  const { mayWrite } = useMayWrite()
  const [asked] = useDebouncedValue(input === null ? '' : JSON.stringify(input), typingPauseMs)
  return useQuery({
    queryKey: [['shipments', name], asked],
    queryFn: () => ask(JSON.parse(asked) as Input),
    enabled: asked !== '' && mayWrite,
    placeholderData: keepPreviousData,
    retry: false,
  })
}
