// Text as rules compare it: half-width, small letters, no accents, no trade marks, single spaces.

/** `Ｄeparted  FACILITY` and `departed facility` are one. */
export function foldText(text: string): string {
  // Most of what carriers write is plain, and there are millions of it.
  if (/^[!-~]*(?: [!-~]+)*$/.test(text)) return text.toLowerCase()
  const plain = text.replaceAll(/[™®©]/g, '').normalize('NFKD')
  return plain.replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim()
}
