// Workbooks for the tests of reading, made part by part, so that each trap of the format can be set.
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { unzipSync, type Zippable, zipSync } from 'fflate'

/** A cell's XML behind its address: `<c r="A1" …>`; a plain text or number is written as Excel would. */
export type CellXml = string | number | { readonly attributes?: string; readonly inner: string }

export interface WorkbookParts {
  readonly numberFormats?: readonly string[]
  /** Number format ids of the styles 0, 1, 2 …; own formats count from 164. */
  readonly styles?: readonly number[]
  readonly sharedStrings?: readonly string[]
  readonly is1904?: boolean
  readonly merged?: readonly string[]
  readonly hidden?: readonly string[]
  /** Further files, or other contents for those made here. */
  readonly files?: Readonly<Record<string, string>>
}

export function workbook(
  sheets: Readonly<Record<string, readonly (readonly CellXml[])[]>>,
  parts: WorkbookParts = {},
): Uint8Array {
  const names = Object.keys(sheets)
  const files: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': workbookXml(names, parts),
    'xl/_rels/workbook.xml.rels': relationsXml(names),
    'xl/styles.xml': stylesXml(parts),
    'xl/sharedStrings.xml': `<sst>${(parts.sharedStrings ?? []).map((xml) => `<si>${xml}</si>`).join('')}</sst>`,
  }
  for (const [at, name] of names.entries())
    files[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheets[name] ?? [], parts)
  return zipped({ ...files, ...parts.files })
}

export function zipped(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const entries: Zippable = {}
  for (const [name, content] of Object.entries(files))
    entries[name] = typeof content === 'string' ? Buffer.from(content) : content
  return zipSync(entries)
}

/**
 * The archive with a part that unpacks to so many megabytes of blank XML. It is packed once and repeated: blocks of DEFLATE
 * that end on a byte can be put one behind the other.
 */
export function withRepeatedPart(archive: Uint8Array, name: string, megabytes: number): Uint8Array {
  const unpacked = Buffer.from(`${' '.repeat(1024 * 1024 - 4)}<a/>`)
  const block = deflateRawSync(unpacked, { finishFlush: constants.Z_FULL_FLUSH })
  const packed = Buffer.concat([...Array<Buffer>(megabytes).fill(block), Buffer.from([3, 0])])
  let crc = 0
  for (let count = 0; count < Math.min(megabytes, 300); count += 1) crc = crc32(unpacked, crc)
  const others = Object.entries(unzipSync(archive)).filter(([other]) => other !== name)
  const entries = others.map(([other, bytes]) => ({ name: other, packed: bytes, method: 0, crc: crc32(bytes) }))
  return archiveOf([...entries, { name, packed, method: 8, crc }])
}

type PackedEntry = { name: string; packed: Uint8Array; method: number; crc: number }

/** A ZIP archive of parts that are packed already. */
function archiveOf(entries: readonly PackedEntry[]): Uint8Array {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.method, 4)
    fields.writeUInt32LE(entry.crc, 10)
    fields.writeUInt32LE(entry.packed.length, 14)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    files.push(Buffer.from('PK\x03\x04', 'latin1'), fields, name, Buffer.from(entry.packed))
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, name)
    offset += 30 + name.length + entry.packed.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

function workbookXml(names: readonly string[], parts: WorkbookParts): string {
  const sheets = names.map((name, at) => {
    const state = parts.hidden?.includes(name) ? ' state="hidden"' : ''
    return `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`
  })
  const system = parts.is1904 ? '<workbookPr date1904="1"/>' : ''
  return `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="r">${system}<sheets>${sheets.join('')}</sheets></workbook>`
}

function relationsXml(names: readonly string[]): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const sheets = names.map(
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${type}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const others = ['styles', 'sharedStrings'].map(
    (part) => `<Relationship Id="${part}" Type="${type}/${part}" Target="/xl/${part}.xml"/>`,
  )
  return `<Relationships>${[...sheets, ...others].join('')}</Relationships>`
}

function stylesXml(parts: WorkbookParts): string {
  const formats = (parts.numberFormats ?? []).map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`,
  )
  const styles = (parts.styles ?? [0]).map((id) => `<xf numFmtId="${id}"/>`)
  const others = '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
  return `<styleSheet><numFmts>${formats.join('')}</numFmts>${others}<cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}

export function sheetXml(rows: readonly (readonly CellXml[])[], parts: WorkbookParts = {}): string {
  const data = rows.map((cells, row) => (cells.length === 0 ? '' : rowXml(cells, row + 1)))
  const merged = (parts.merged ?? []).map((ref) => `<mergeCell ref="${ref}"/>`)
  const tail = merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : ''
  return `<?xml version="1.0"?><worksheet><sheetData>${data.join('')}</sheetData>${tail}</worksheet>`
}

function rowXml(cells: readonly CellXml[], row: number): string {
  const inner = cells.map((cell, at) => (cell === '' ? '' : cellXml(cell, `${String.fromCharCode(65 + at)}${row}`)))
  return `<row r="${row}">${inner.join('')}</row>`
}

function cellXml(cell: CellXml, address: string): string {
  if (typeof cell === 'number') return `<c r="${address}"><v>${cell}</v></c>`
  if (typeof cell === 'string') return `<c r="${address}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`
  return `<c r="${address}" ${cell.attributes ?? ''}>${cell.inner}</c>`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
