// Mends, and says what was done with the way back, or why something stays on the list.
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { type Spoken, useText } from '#renderer/lib/language.ts'
import { sayAll, sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { ClashMendingId, ClashRuleId, MendReport } from '#shared/schemas/clashes.ts'

/** Without keys, all that are open. */
export type Mend = { mending: ClashMendingId; keys: string[] | null; keep?: number }

export function useMend(rule: ClashRuleId) {
  const words = useText()
  return useMutation({
    mutationFn: ({ mending, keys, keep }: Mend) =>
      client.clashes.mend.mutate({
        rule,
        mending,
        targets: keys ? { keys } : { all: true },
        ...(keep !== undefined && { keep }),
      }),
    onSuccess: ({ result, operationId }) => sayMended(result, operationId, words),
    onError: (error) => sayError(words.t, error),
  })
}

function sayMended({ mended, refused }: MendReport, operationId: number | null, words: Spoken): void {
  const { t, format } = words
  if (mended > 0)
    sayUndoable(words, t('clashes.mended', { count: mended, formatted: format.number(mended) }), operationId)
  sayAll('red', reasons(refused, words))
}

/** Each reason once, with how many it keeps on the list. */
export function reasons(refused: MendReport['refused'], { t, format }: Spoken): string[] {
  return [...Map.groupBy(refused, ({ code }) => code)].map(([code, all]) =>
    t('clashes.refused', {
      count: all.length,
      formatted: format.number(all.length),
      reason: errorMessage(t, { code, details: {} }),
    }),
  )
}
