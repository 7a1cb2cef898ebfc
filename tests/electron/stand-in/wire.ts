// Values between the page's process and ours, as text. Like Electron's IPC it keeps what structured clone keeps.
// https://www.electronjs.org/docs/latest/api/ipc-renderer (arguments are serialized with the Structured Clone Algorithm)

export type Wire = { encode(value: unknown): string; decode(text: string): unknown }

/** Self-contained: its text is also put into the page. */
export function makeWire(): Wire {
  type Tagged = { $: string; v?: unknown }

  function pack(value: unknown): unknown {
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'number', v: String(value) }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.')
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(pack)
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) return { $: 'bytes', v: toBase64(bytesOf(value)) }
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof Map) return { $: 'map', v: pack([...value]) }
    if (value instanceof Set) return { $: 'set', v: pack([...value]) }
    if (value instanceof Error) return { $: 'error', v: { name: value.name, message: value.message } }
    const entries = Object.entries(value).map(([key, each]) => [key, pack(each)])
    return { $: 'object', v: Object.fromEntries(entries) }
  }

  function unpack(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(unpack)
    const { $: tag, v } = value as Tagged
    if (tag === 'object')
      return Object.fromEntries(Object.entries(v as object).map(([key, each]) => [key, unpack(each)]))
    if (tag === 'number') return Number(v)
    if (tag === 'bigint') return BigInt(v as string)
    if (tag === 'buffer') return fromBase64(v as string).buffer
    if (tag === 'bytes') return fromBase64(v as string)
    if (tag === 'date') return new Date(v as number)
    if (tag === 'map') return new Map(unpack(v) as [unknown, unknown][])
    if (tag === 'set') return new Set(unpack(v) as unknown[])
    if (tag === 'error') return Object.assign(new Error(), v)
    return undefined
  }

  function bytesOf(view: ArrayBufferView): Uint8Array {
    return new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
  }

  function toBase64(bytes: Uint8Array): string {
    const step = 0x8000
    let text = ''
    for (let at = 0; at < bytes.length; at += step) text += String.fromCharCode(...bytes.subarray(at, at + step))
    return btoa(text)
  }

  function fromBase64(text: string): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  }

  return { encode: (value) => JSON.stringify(pack(value)), decode: (text) => unpack(JSON.parse(text)) }
}
