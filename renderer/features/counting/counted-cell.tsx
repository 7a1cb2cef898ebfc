// What was counted of one line, as it is typed: saved when the field is left. Empty is not counted, which is not 0.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage, fieldMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { numberToText, textToNumber } from '#renderer/lib/typed-number.ts'
import { unitText } from '#renderer/lib/unit-text.ts'
import { DecimalInput } from '#renderer/ui/decimal-input.tsx'
import type { CountLine } from '#shared/schemas/counting.ts'

export function CountedCell({ line }: { line: CountLine }) {
  const { t, format } = useText()
  const queryClient = useQueryClient()
  // Null while nobody types here: the field follows the book, so that what is scanned is seen at once.
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState('')
  const entering = useMutation({
    scope: { id: `line-${line.id}` },
    mutationFn: (counted: number | null) => client.counting.enter.mutate({ lineId: line.id, counted }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: [['counting']] })
      setTyped(null)
    },
    onError: (error) => setProblem(errorMessage(t, error)),
  })
  const take = () => {
    if (typed === null) return
    const read = textToNumber(typed, 'quantity')
    if ('problem' in read) return setProblem(fieldMessage(t, read.problem))
    if (read.value !== null && read.value < 0) return setProblem(fieldMessage(t, 'negative'))
    if (read.value === line.counted) return setTyped(null)
    entering.mutate(read.value)
  }
  const where = [line.sku, line.batch, line.bin].filter(Boolean).join(' · ')
  return (
    <DecimalInput
      w={132}
      aria-label={t('counting.lines.counted', { name: where })}
      placeholder={t('counting.notCounted')}
      unit={unitText(format, line.unit, 2)}
      data-counted="yes"
      value={typed ?? numberToText(line.counted, 'quantity')}
      error={problem}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(text) => {
        setProblem('')
        setTyped(text)
      }}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        setTyped(null)
        setProblem('')
      }}
    />
  )
}
