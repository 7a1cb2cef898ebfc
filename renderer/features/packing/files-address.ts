// Which file goes out, in the address: `?file=tracking&for=amazon&channel=amz-de&from=2026-11-01`.
import { isDay } from '#shared/dates.ts'
import { addressFormats, stockFormats, trackingFormats } from '#shared/schemas/channel-files.ts'

export const fileKinds = ['tracking', 'addresses', 'stock'] as const
export type FileKind = (typeof fileKinds)[number]

export const formatsOf = { tracking: trackingFormats, addresses: addressFormats, stock: stockFormats } as const

export type FilesAddress = {
  file?: FileKind
  for?: string
  channel?: string
  from?: string
  to?: string
  told?: boolean
}

/** What is not understood is left out. */
export function readFilesAddress(raw: Record<string, unknown>): FilesAddress {
  const file = fileKinds.find((known) => known === raw.file)
  const formats: readonly string[] = formatsOf[file ?? 'tracking']
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined)
  const [format, channel, from, to] = [text(raw.for), text(raw.channel), day(raw.from), day(raw.to)]
  return {
    ...(file && { file }),
    ...(format && formats.includes(format) && { for: format }),
    ...(channel && { channel: channel.slice(0, 60) }),
    ...(from && { from }),
    ...(to && { to }),
    ...(raw.told === true && { told: true }),
  }
}
