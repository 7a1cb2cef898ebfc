// Looks at the markup of a paper before anyone sees it: only elements, attributes and styles that put ink on paper, written so
// that a browser can read them in one way only. What is not on the lists is refused, so nothing needs to be thought of that
// could be done with it.
import { refuse } from '#main/services/papers/engine/refuse-markup.ts'
import { checkStyle } from '#main/services/papers/engine/style-check.ts'

const elements = new Set(
  (
    'address article aside b bdi blockquote br caption col colgroup dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 ' +
    'h6 header hr i img li main ol p section small span strong style sub sup table tbody td tfoot th thead tr u ul wbr'
  ).split(' '),
)
const empty = new Set('br col hr img wbr'.split(' '))
/** Inside a drawing HTML is read by other rules (a style's text as elements), so nothing but shapes stands there. */
const shapes = new Set('svg g path rect line circle polygon polyline text'.split(' '))

const anyText = /^[^<]*$/
const plain = /^[-+\w.,%#\t\n\f\r ]*$/
const paint = /^(?:[-\w#%.\t\n\f\r ]*|(?:rgb|rgba|hsl|hsla)\([-\w#%.,/\t\n\f\r ]*\))$/i
const moves = /^(?:[-+\d.,e()\t\n\f\r ]|matrix|translate|scale|rotate|skewx|skewy)*$/i
const pictureSource = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/

/** What the value of each attribute may look like; those of style are read on their own. */
const attributes = new Map<string, RegExp>([
  ...'class id alt title'.split(' ').map((name) => [name, anyText] as const),
  ...(
    'colspan rowspan span scope lang dir width height role viewbox d stroke-width fill-rule x y x1 x2 y1 y2 cx cy r points ' +
    'preserveaspectratio'
  )
    .split(' ')
    .map((name) => [name, plain] as const),
  ['fill', paint],
  ['stroke', paint],
  ['transform', moves],
  ['xmlns', /^http:\/\/www\.w3\.org\/2000\/svg$/],
  ['src', pictureSource],
  ['style', anyText],
])
const described = /^(?:aria|data)-[a-z-]+$/

// White space is HTML's own, which is less than JavaScript's.
const opening = /<([A-Za-z][A-Za-z0-9]*)/y
const closing = /<\/([A-Za-z][A-Za-z0-9]*)[\t\n\f\r ]*>/y
const attribute = /[\t\n\f\r ]+([A-Za-z][-A-Za-z0-9]*)(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"([^"]*)"|'([^']*)'))?/y
const endOfTag = /[\t\n\f\r ]*(\/?)>/y
const endOfStyle = /<\/style[\t\n\f\r ]*>/iy

/** Throws `papers/template-forbids-…` with what was found and the line it stands in, counted from 1. */
export function checkMarkup(html: string): void {
  const open = { drawings: 0, at: 0 }
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const tag = readTag(html, at)
    const { name, isClosed } = tag
    checkElement(tag, { html, at }, open.drawings > 0)
    if (name === 'svg' && tag.isEnd && open.drawings === 0) refuse('markup', '</svg>', { html, at })
    if (name === 'svg' && !isClosed) {
      if (open.drawings === 0) open.at = at
      open.drawings += tag.isEnd ? -1 : 1
    }
    at = name === 'style' && !tag.isEnd ? checkStyleElement(html, tag.end) : tag.end
  }
  if (open.drawings > 0) refuse('markup', '<svg>', { html, at: open.at })
}

/** `isClosed`: by a stroke at its own end. */
type TagRead = { name: string; isEnd: boolean; isClosed: boolean; end: number }

function readTag(html: string, at: number): TagRead {
  const end = match(closing, html, at)
  if (end) return { name: (end[1] ?? '').toLowerCase(), isEnd: true, isClosed: false, end: closing.lastIndex }
  const start = match(opening, html, at)
  if (!start) return refuse('markup', html.slice(at, at + 30), { html, at })
  const name = (start[1] ?? '').toLowerCase()
  if (!elements.has(name) && !shapes.has(name)) refuse('element', name, { html, at })
  let last = opening.lastIndex
  for (let found = match(attribute, html, last); found; found = match(attribute, html, last)) {
    checkAttribute(name, found, { html, at: last })
    last = attribute.lastIndex
  }
  const close = match(endOfTag, html, last)
  if (!close) return refuse('markup', html.slice(at, last + 20).slice(0, 60), { html, at: last })
  return { name, isEnd: false, isClosed: close[1] === '/', end: endOfTag.lastIndex }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

type Place = { html: string; at: number }

function checkElement({ name, isClosed }: TagRead, place: Place, isInDrawing: boolean): void {
  const isShape = shapes.has(name)
  const fits = isInDrawing ? isShape : elements.has(name) || name === 'svg'
  if (!fits) refuse('element', name, place)
  if (isClosed && !isShape && !empty.has(name)) refuse('markup', `<${name}/>`, place)
}

function checkAttribute(element: string, found: RegExpExecArray, place: Place): void {
  const name = (found[1] ?? '').toLowerCase()
  const value = found[2] ?? found[3] ?? ''
  const form = attributes.get(name) ?? (described.test(name) ? anyText : refuse('attribute', name, place))
  if (name === 'src' && element !== 'img') refuse('address', value.slice(0, 60), place)
  if (!form.test(value) && value !== '')
    refuse(/[(:]/.test(value) ? 'address' : 'markup', `${name}="${value.slice(0, 60)}"`, place)
  if (name === 'style') checkStyle(value, { ...place, isAttribute: true })
}

/** Where the style's end tag begins. In its text no `<` stands at all, so that it ends where it seems to. */
function checkStyleElement(html: string, at: number): number {
  const end = html.indexOf('<', at)
  if (end === -1) return refuse('markup', '<style>', { html, at })
  if (!match(endOfStyle, html, end)) return refuse('markup', html.slice(end, end + 30), { html, at: end })
  checkStyle(html.slice(at, end), { html, at, isAttribute: false })
  return end
}
