// The encodings that text files come in: the six that are found out, and more that the user can choose.

/** Encodings that Quayside tells apart by itself. */
export const foundEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'shift_jis', 'windows-1252'] as const
/** Encodings that are read when the user says so. */
const chosenEncodings = ['big5', 'euc-jp', 'euc-kr', 'windows-1250', 'windows-1251', 'windows-1254'] as const

export const encodings = [...foundEncodings, ...chosenEncodings] as const

export type Encoding = (typeof encodings)[number]

export function isEncoding(name: string): name is Encoding {
  return (encodings as readonly string[]).includes(name)
}
