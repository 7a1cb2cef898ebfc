// Lays a paper's document out as its pages: columns of the page's size, one below the other. A column breaks where a printed
// page does, by the same engine; what only print does (heads of tables on every page, margin boxes) is added here.
import { marginText, type PageGeometry } from './page-geometry.ts'
import { asPrinted, type MarginBox, readPageStyle } from './page-style.ts'

/** Between two sheets, in pixels of the paper. */
const sheetGap = 24

export type Sheets = PageGeometry & {
  count: number
  /** Where browsers know no columns in rows, the sheets stand beside each other. */
  isInRow: boolean
}

/** Lays out the document of a frame, once; answers how many pages of which size it has. */
export function layOutSheets(document: Document): Sheets {
  const { geometry, boxes } = readPageStyle(document)
  asPrinted(document)
  const isInRow = !CSS.supports('column-wrap', 'wrap')
  const style = document.createElement('style')
  style.textContent = columnStyle(geometry, isInRow)
  document.head.append(style)
  repeatHeads(document)
  const count = Math.max(1, document.body.getClientRects().length)
  const sheets = { ...geometry, count, isInRow }
  for (let page = 0; page < count; page += 1) drawMargins(document, boxes, sheets, page)
  return sheets
}

/** Where a sheet's corner is, in pixels of the paper. */
export function sheetCorner({ width, height, isInRow }: Sheets, page: number): { left: number; top: number } {
  return isInRow ? { left: page * (width + sheetGap), top: 0 } : { left: 0, top: page * (height + sheetGap) }
}

/** The room that all sheets take. */
export function sheetsSize(sheets: Sheets): { width: number; height: number } {
  const last = sheetCorner(sheets, sheets.count - 1)
  return { width: last.left + sheets.width, height: last.top + sheets.height }
}

function columnStyle({ width, height, margin }: PageGeometry, isInRow: boolean): string {
  const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom }
  const common = `position:relative;width:${inner.width}px;margin:${margin.top}px ${margin.right}px 0 ${margin.left}px;
    padding:0;column-fill:auto;background:none !important;overflow:visible;`
  const between = { x: margin.left + margin.right + sheetGap, y: margin.top + margin.bottom + sheetGap }
  const columns = isInRow
    ? `height:${inner.height}px;column-width:${inner.width}px;column-gap:${between.x}px;`
    : `column-count:1;column-height:${inner.height}px;column-wrap:wrap;row-gap:${between.y}px;`
  return `html{${common}${columns}} body{margin:0;background:none !important} thead{break-after:avoid}
    .q-sheet-part{position:absolute;margin:0}`
}

/**
 * Columns do not repeat the head of a table as pages do. Its room is kept free at the top of every column by a frame whose
 * padding is cloned to each fragment, and the head is drawn into that room.
 */
function repeatHeads(document: Document): void {
  const frames = [...document.querySelectorAll('table')].filter(hasRepeatedHead).map((table) => reserveHead(table))
  for (const { frame, table } of frames) {
    const pieces = [...frame.getClientRects()].slice(1)
    for (const piece of pieces) frame.ownerDocument.body.append(headAt(table, piece))
  }
}

function hasRepeatedHead(table: HTMLTableElement): boolean {
  return table.tHead !== null && table.tHead.rows.length > 0 && table.getClientRects().length > 1
}

function reserveHead(table: HTMLTableElement): { frame: HTMLElement; table: HTMLTableElement } {
  const frame = table.ownerDocument.createElement('div')
  const { marginTop, marginBottom } = getComputedStyle(table)
  const height = table.tHead?.getBoundingClientRect().height ?? 0
  frame.style.cssText = `padding-top:${height}px;margin:${marginTop} 0 ${marginBottom};box-decoration-break:clone;-webkit-box-decoration-break:clone`
  table.before(frame)
  frame.append(table)
  table.style.marginTop = `-${height}px`
  table.style.marginBottom = '0'
  return { frame, table }
}

function headAt(table: HTMLTableElement, { left, top }: DOMRect): HTMLTableElement {
  const copy = table.cloneNode(false) as HTMLTableElement
  const widths = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width)
  const columns = table.ownerDocument.createElement('colgroup')
  for (const width of widths) {
    const column = table.ownerDocument.createElement('col')
    column.style.width = `${width}px`
    columns.append(column)
  }
  copy.append(columns)
  if (table.tHead) copy.append(table.tHead.cloneNode(true))
  copy.removeAttribute('id')
  copy.classList.add('q-sheet-part')
  const origin = table.ownerDocument.documentElement.getBoundingClientRect()
  copy.style.cssText += `;position:absolute;margin:0;table-layout:fixed;left:${left - origin.left}px;top:${top - origin.top}px;width:${table.getBoundingClientRect().width}px`
  copy.setAttribute('aria-hidden', 'true')
  return copy
}

const alignments: Readonly<Record<string, string>> = { left: 'start', center: 'center', right: 'end' }

function drawMargins(document: Document, boxes: readonly MarginBox[], sheets: Sheets, page: number): void {
  const { margin, width, height } = sheets
  const corner = sheetCorner(sheets, page)
  for (const box of boxesOf(boxes, page)) {
    const [edge = '', side = ''] = box.name.replace('@', '').split('-')
    const text = marginText(box.content, page + 1, sheets.count)
    const align = alignments[side]
    if (text === null || align === undefined || (edge !== 'top' && edge !== 'bottom')) continue
    const part = document.createElement('div')
    part.className = 'q-sheet-part'
    part.textContent = text
    const top = edge === 'top' ? 0 : height - margin.bottom
    // The corner of the first sheet lies outside the root element, by its margins.
    part.style.cssText = `display:flex;align-items:center;justify-content:${align};text-align:${align};white-space:pre-wrap;${box.style};
      position:absolute;left:${corner.left}px;top:${corner.top - margin.top + top}px;width:${width - margin.left - margin.right}px;
      height:${edge === 'top' ? margin.top : margin.bottom}px`
    // Beside the body: a rule for its last child must go on meaning the paper's own.
    document.documentElement.append(part)
  }
}

/** On the first page its own boxes stand in place of those of the same name. */
function boxesOf(boxes: readonly MarginBox[], page: number): MarginBox[] {
  const own = page === 0 ? boxes.filter((box) => box.isFirstOnly) : []
  const usual = boxes.filter((box) => !box.isFirstOnly && !own.some((other) => other.name === box.name))
  return [...usual, ...own]
}
