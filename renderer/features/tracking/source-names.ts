// The names of the couriers and posts that events come from: they are kept by code.
import { useQuery } from '@tanstack/react-query'
import { trpc } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'

/** What is no code of a courier (a page, a carrier as somebody wrote it) is its own name. */
export function useSourceNames(): (source: string) => string {
  const { language } = useText()
  const { data: couriers = [] } = useQuery({
    ...trpc.tracking.couriers.queryOptions(),
    // They come with the program.
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (source) => {
    const courier = couriers.find(({ code }) => code === source)
    return courier ? nameIn(language, courier) : source
  }
}
