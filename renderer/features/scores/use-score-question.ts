// What a score screen asks the book, from the address, and how to change it.
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { questionOf, readScoresAddress, type ScoresAddress } from './scores-address.ts'

type Change = { [Key in keyof ScoresAddress]: ScoresAddress[Key] | undefined }

export function useScoreQuestion() {
  const navigate = useNavigate()
  const raw = useSearch({ strict: false }) as Record<string, unknown>
  const text = JSON.stringify(readScoresAddress(raw))
  const address = useMemo(() => JSON.parse(text) as ScoresAddress, [text])
  const question = useMemo(() => questionOf(address), [address])
  const change = useCallback(
    (part: Change) => {
      navigate({
        to: '.',
        search: (before: Record<string, unknown>) => readScoresAddress({ ...before, ...part }),
        replace: 'figure' in part,
      })
    },
    [navigate],
  )
  return { address, question, change }
}

export type ScoreState = ReturnType<typeof useScoreQuestion>
