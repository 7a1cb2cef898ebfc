// Tells by their first bytes what a file is. Names lie: half of the `.xls` files that shops export are HTML or text.
import type { ByteSource } from './byte-source.ts'

/** What a file looks like when it is no table; each has a word on the screen. */
export type LooksLike =
  | 'pdf'
  | 'picture'
  | 'word'
  | 'powerpoint'
  | 'zip'
  | 'archive'
  | 'html'
  | 'xml'
  | 'json'
  | 'ods'
  | 'xlsb'
  | 'numbers'
  | 'database'
  | 'media'
  | 'program'
  | 'binary'

export type FileForm =
  | { form: 'text' }
  | { form: 'zip' }
  | { form: 'old-excel' }
  | { form: 'locked-excel' }
  | { form: 'other'; looksLike: LooksLike }

const signatures: readonly (readonly [string, LooksLike])[] = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'picture'],
  ['\xff\xd8\xff', 'picture'],
  ['GIF8', 'picture'],
  ['BM', 'picture'],
  ['II*\0', 'picture'],
  ['MM\0*', 'picture'],
  ['Rar!', 'archive'],
  ['7z\xbc\xaf', 'archive'],
  ['\x1f\x8b', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ', 'archive'],
  ['SQLite format 3\0', 'database'],
  ['MZ', 'program'],
  ['\x7fELF', 'program'],
  ['ID3', 'media'],
  ['OggS', 'media'],
  ['{\\rtf', 'word'],
]
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** What the file is. `text` still has to prove that it is a table; `zip` that it is a workbook. */
export function recogniseFile(bytes: ByteSource): FileForm {
  const head = Buffer.from(bytes.read(0, 4096))
  const start = head.toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return { form: 'zip' }
  if (start.startsWith(ole)) return oleForm(bytes, head)
  if (start.startsWith('RIFF')) return other(start.slice(8, 12) === 'WEBP' ? 'picture' : 'media')
  if (start.slice(4, 8) === 'ftyp') return other('media')
  for (const [signature, looksLike] of signatures) {
    // Two or three letters may begin a text as well: what follows must be no text.
    const isWord = /^[!-~]{1,3}$/.test(signature)
    if (start.startsWith(signature) && (!isWord || hasBinary(start))) return other(looksLike)
  }
  return { form: 'text' }
}

/** Mark-up and data of programs, which are text but no table; null for anything that may be one. */
export function markupIn(text: string): LooksLike | null {
  const start = text.trimStart().slice(0, 500)
  if (/^<(?:!doctype html|html|head|meta|table|body|style|script|div)\b/i.test(start)) return 'html'
  if (/^<\?xml|^<[a-z][\w:.-]*(?:\s[^<>]*)?>/i.test(start)) return /<html\b/i.test(start) ? 'html' : 'xml'
  if (/^(?:\{\s*"|\[\s*[{["])/.test(start)) return 'json'
  return null
}

function hasBinary(start: string): boolean {
  for (let at = 0; at < start.length; at += 1) {
    const code = start.charCodeAt(at)
    if (code < 9 || (code > 13 && code < 32 && code !== 27)) return true
  }
  return false
}

/** Old Office files are an OLE container; the names of its streams (UTF-16) tell which program made it. */
function oleForm(bytes: ByteSource, head: Buffer): FileForm {
  if (head.length < 512) return other('binary')
  const sectorSize = 2 ** Math.min(head.readUInt16LE(30), 12)
  const directoryAt = (head.readUInt32LE(48) + 1) * sectorSize
  const names = Buffer.from(bytes.read(directoryAt, 4096)).toString('utf16le')
  if (names.includes('EncryptedPackage')) return { form: 'locked-excel' }
  if (names.includes('WordDocument')) return other('word')
  if (names.includes('PowerPoint')) return other('powerpoint')
  // A workbook whose directory lies further on, or is damaged, still is best called by its usual kind.
  return { form: 'old-excel' }
}

function other(looksLike: LooksLike): FileForm {
  return { form: 'other', looksLike }
}
