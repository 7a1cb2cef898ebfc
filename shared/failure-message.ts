// A failure inside an error's message: Electron carries nothing else of an error from the main process to the page.
import type { Failure } from '#shared/errors.ts'

const mark = 'quayside failure '

export function failureMessage({ code, details }: Failure): string {
  return mark + JSON.stringify({ code, details })
}

/** Null where the message holds none: it is another error's. */
export function failureInMessage(message: string): Failure | null {
  const at = message.indexOf(mark)
  if (at < 0) return null
  try {
    const { code, details } = JSON.parse(message.slice(at + mark.length)) as Partial<Failure>
    return typeof code === 'string' ? { code, details: details ?? {} } : null
  } catch {
    return null
  }
}
