// Looks at the markup of a paper before anyone sees it: only elements, attributes and styles that put ink on paper. What is
// not on the lists is refused, so nothing needs to be thought of that could be done with it.
import { AppError } from '#shared/errors.ts'

const elements = new Set(
  (
    'address article aside b bdi blockquote br caption col colgroup dd div dl dt em figcaption figure footer h1 h2 h3 h4 h5 ' +
    'h6 header hr i img li main ol p section small span strong style sub sup svg table tbody td tfoot th thead tr u ul wbr ' +
    'g path rect line circle polygon polyline text'
  ).split(' '),
)
const attributes = new Set(
  (
    'class id style colspan rowspan span scope lang dir title alt src width height role xmlns viewbox d fill stroke ' +
    'stroke-width fill-rule transform x y x1 x2 y1 y2 cx cy r points preserveaspectratio'
  ).split(' '),
)
const pictureSource = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]*$/
/** `\` could spell any of the others. */
const styleDangers =
  /\\|url\s*\(|src\s*\(|image\s*\(|image-set\s*\(|expression\s*\(|@import|@font-face|@namespace|behavior\s*:|-moz-binding|javascript:/i

const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/y
const endOfStyle = /<\/style/gi
const attribute = /\s+([A-Za-z_:][-\w:.]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/y

/** Where in the whole something stands. */
type Place = { html: string; at: number }

/** Throws `papers/template-forbids-…` with what was found and the line it stands in, counted from 1. */
export function checkMarkup(html: string): void {
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    tag.lastIndex = at
    const found = tag.exec(html)
    if (!found) refuse('markup', html.slice(at, at + 30), { html, at })
    const [whole, close = '', name = '', rest = ''] = found
    const element = name.toLowerCase()
    if (!elements.has(element)) refuse('element', name, { html, at })
    if (close === '') checkAttributes(element, rest.replace(/\/$/, ''), { html, at })
    at += whole.length
    if (element === 'style' && close === '') at = checkStyleElement(html, at)
  }
}

function checkAttributes(element: string, text: string, place: Place): void {
  attribute.lastIndex = 0
  while (attribute.lastIndex < text.trimEnd().length) {
    const from = attribute.lastIndex
    const found = attribute.exec(text)
    if (!found) refuse('markup', text.slice(from, from + 30), place)
    const name = (found[1] ?? '').toLowerCase()
    const value = found[2] ?? found[3] ?? found[4] ?? ''
    if (!attributes.has(name) && !/^(?:aria|data)-[a-z-]+$/.test(name)) refuse('attribute', name, place)
    if (name === 'src' && (element !== 'img' || !pictureSource.test(value)))
      refuse('address', value.slice(0, 60), place)
    if (name === 'style') checkStyle(value, place, true)
  }
}

function checkStyleElement(html: string, at: number): number {
  endOfStyle.lastIndex = at
  const end = endOfStyle.exec(html)?.index ?? -1
  if (end === -1) return refuse('markup', '<style>', { html, at })
  checkStyle(html.slice(at, end), { html, at })
  return end
}

function checkStyle(style: string, { html, at }: Place, isAttribute = false): void {
  const plain = style.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length))
  const found = styleDangers.exec(plain) ?? (isAttribute ? /&/.exec(plain) : null)
  if (found) refuse('style', found[0], { html, at: at + found.index })
}

type Forbidden = 'markup' | 'element' | 'attribute' | 'address' | 'style'

function refuse(what: Forbidden, found: string, { html, at }: Place): never {
  const line = html.slice(0, at).split('\n').length
  throw new AppError(`papers/template-forbids-${what}`, { found, line })
}
