// Codes as they come from a scanner: one after the other, however fast they come, and what became of each.
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import type { Scanned } from '#shared/schemas/counting.ts'

export type Scan = { code: string; quantity: number }

/** What became of a code, the newest first. */
export type ScanEntry = { key: number; code: string; quantity: number } & (
  | { scanned: Exclude<Scanned, { status: 'choose' }> }
  | { error: unknown }
)

/** A code that stands for several things: who scanned it chooses, whatever was scanned since. */
export type ScanChoice = { key: number; quantity: number; scanned: Extract<Scanned, { status: 'choose' }> }

const shownEntries = 6

export function useScanner(countId: number) {
  const [entries, setEntries] = useState<ScanEntry[]>([])
  const [choices, setChoices] = useState<ScanChoice[]>([])
  const [binId, setBinId] = useState<number | null>(null)
  const bin = useRef(binId)
  const key = useRef(0)
  const chooseBin = (id: number | null) => {
    bin.current = id
    setBinId(id)
  }
  const note = (entry: ScanEntry) => setEntries((before) => [entry, ...before].slice(0, shownEntries))
  const scanning = useMutation({
    // In one line: the second code waits until the first is counted.
    scope: { id: `count-${countId}` },
    mutationFn: ({ code, quantity }: Scan & { key: number }) =>
      client.counting.scan.mutate({ countId, code, quantity, binId: bin.current }),
    onSuccess: (scanned, { code, quantity, key: of }) => {
      if (scanned.status === 'choose') return setChoices((before) => [...before, { key: of, quantity, scanned }])
      if (scanned.status === 'bin') chooseBin(scanned.binId)
      note({ key: of, code, quantity, scanned })
    },
    onError: (error, { code, quantity, key: of }) => note({ key: of, code, quantity, error }),
  })
  const scan = (one: Scan) => {
    key.current += 1
    scanning.mutate({ ...one, key: key.current })
  }
  const settle = (choice: ScanChoice, entry: ScanEntry | null) => {
    setChoices((before) => before.filter((one) => one.key !== choice.key))
    if (entry) note(entry)
  }
  return { entries, choices, binId, chooseBin, scan, settle }
}

export type Scanner = ReturnType<typeof useScanner>
