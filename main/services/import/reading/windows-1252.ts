// Windows-1252, byte by byte. The five bytes it leaves open stay the control characters that they are in Latin-1 (as the
// WHATWG Encoding Standard has it), so no byte is lost.

const above7f: readonly string[] = [
  ...['\u20ac', '\u0081', '\u201a', '\u0192', '\u201e', '\u2026', '\u2020', '\u2021'],
  ...['\u02c6', '\u2030', '\u0160', '\u2039', '\u0152', '\u008d', '\u017d', '\u008f'],
  ...['\u0090', '\u2018', '\u2019', '\u201c', '\u201d', '\u2022', '\u2013', '\u2014'],
  ...['\u02dc', '\u2122', '\u0161', '\u203a', '\u0153', '\u009d', '\u017e', '\u0178'],
]
const controls = /[\u0080-\u009f]/g

export function decodeWindows1252(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return text.replace(controls, (sign) => above7f[sign.charCodeAt(0) - 0x80] ?? sign)
}
