// The names of whoever tells of events: couriers, posts and pages that gather. They are kept by code.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'

export type NamedSource = { code: string; name: string }

export function useSources(): NamedSource[] {
  const { language } = useText()
  const { data: sources = [] } = useQuery({
    ...trpc.tracking.sources.queryOptions(),
    // They come with the program.
    staleTime: Number.POSITIVE_INFINITY,
  })
  return sources.map((source) => ({ code: source.code, name: nameIn(language, source) }))
}

/** What is no code of one of them (a carrier as somebody wrote it) is its own name. */
export function useSourceNames(): (source: string) => string {
  const names = new Map(useSources().map(({ code, name }) => [code, name]))
  return (source) => names.get(source) ?? source
}
