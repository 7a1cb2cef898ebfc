// A row as SQLite stores it: a header of serial types, then the values without anything between them.
// https://www.sqlite.org/fileformat2.html#record_format

/** The bytes of a leaf's cell as they lie in the file: the record's length, the row's number (in a table), the record. */
export function cellBytes(values: readonly unknown[], rowid?: number): Uint8Array {
  const record = recordBytes(values)
  return Buffer.concat([varint(record.length), rowid === undefined ? nothing : varint(rowid), record])
}

/** The bytes of a record with these values. */
export function recordBytes(values: readonly unknown[]): Uint8Array {
  const parts = values.map(serial)
  const types = Buffer.concat(parts.map(({ type }) => varint(type)))
  // The header counts its own length; one byte for it is enough up to 127.
  const length = types.length + 1 > 127 ? varint(types.length + 2) : varint(types.length + 1)
  return Buffer.concat([length, types, ...parts.map(({ body }) => body)])
}

type Serial = { type: number; body: Uint8Array }
const nothing = new Uint8Array()

function serial(value: unknown): Serial {
  if (value === null || value === undefined) return { type: 0, body: nothing }
  if (typeof value === 'string') {
    const body = Buffer.from(value)
    return { type: 13 + 2 * body.length, body }
  }
  if (value instanceof Uint8Array) return { type: 12 + 2 * value.length, body: value }
  return integer(Number(value))
}

const widths = [1, 2, 3, 4, 6, 8] as const

function integer(value: number): Serial {
  if (value === 0 || value === 1) return { type: 8 + value, body: nothing }
  const at = widths.findIndex((width) => value >= -(2 ** (8 * width - 1)) && value < 2 ** (8 * width - 1))
  const width = widths[at] ?? 8
  const whole = Buffer.alloc(8)
  whole.writeBigInt64BE(BigInt(Math.trunc(value)))
  return { type: at + 1, body: whole.subarray(8 - width) }
}

/** Seven bits a byte, most significant first, all but the last marked. */
function varint(value: number): Buffer {
  const bytes = [value & 0x7f]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest & 0x7f) | 0x80)
  return Buffer.from(bytes)
}
