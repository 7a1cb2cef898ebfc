// The bytes of a picture as an address that an image can show, for as long as it is shown.
import { useEffect, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { readFile } from '#renderer/lib/files.ts'

type Loaded = { source: string | null; error: unknown }

export function usePictureSource(id: number): Loaded & { retry: () => void } {
  const [loaded, setLoaded] = useState<Loaded>({ source: null, error: null })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt reads again
  useEffect(() => {
    let isGone = false
    let source: string | null = null
    const load = async () => {
      const { token, mediaType } = await client.attachments.content.query({ id })
      // By its bytes one of the formats that hold nothing but a picture; anything else is not shown here.
      if (!/^image\/(?:jpeg|png|gif|webp)$/.test(mediaType)) throw new Error(`no picture: ${mediaType}`)
      const blob = await readFile(token, mediaType)
      if (isGone) return
      source = URL.createObjectURL(blob)
      setLoaded({ source, error: null })
    }
    load().catch((error: unknown) => {
      if (!isGone) setLoaded({ source: null, error })
    })
    return () => {
      isGone = true
      if (source) URL.revokeObjectURL(source)
    }
  }, [id, attempt])
  const retry = () => {
    setLoaded({ source: null, error: null })
    setAttempt((before) => before + 1)
  }
  return { ...loaded, retry }
}
