// Whether the open book takes changes in this window, and why not: asked by everything that would change it, before it does.
import { notifications } from '@mantine/notifications'
import { useHostState } from '#renderer/lib/host-state.ts'
import { useText } from '#renderer/lib/language.ts'

export type MayWrite = {
  mayWrite: boolean
  /** Why it can only be read here, as a sentence; empty where it can be written. */
  why: string
  /** The act as it is; where the book can only be read, one that says so instead: for keys and for what is dropped. */
  ifMayWrite: <Input extends unknown[]>(act: (...input: Input) => unknown) => (...input: Input) => void
}

export function useMayWrite(): MayWrite {
  const { t } = useText()
  const access = useHostState().book?.access
  const mayWrite = access?.mode !== 'read'
  const why = mayWrite ? '' : t('common.readOnly', { why: t(`errors.read-only/${access.reason}`) })
  return {
    mayWrite,
    why,
    ifMayWrite:
      (act) =>
      (...input) => {
        if (mayWrite) act(...input)
        else notifications.show({ id: 'read-only', message: why })
      },
  }
}
