// What a paper's style says of its pages, read from the style sheets of the drawn document; and those sheets turned from
// printing to columns on a screen: a page break is a column break there, and what is meant for print holds.
import { length, type PageGeometry, pageSize, usualPage } from './page-geometry.ts'

/** A margin box: `bottom-right`, what it says, and how it looks. */
export type MarginBox = { name: string; content: string; style: string; isFirstOnly: boolean }

export type PageStyle = { geometry: PageGeometry; boxes: MarginBox[] }

type MarginRule = CSSRule & { name: string; style: CSSStyleDeclaration }

export function readPageStyle(document: Document): PageStyle {
  const style: PageStyle = { geometry: usualPage, boxes: [] }
  walk([...document.styleSheets], (rule) => {
    // Another window's rules: no `instanceof` of ours holds for them.
    if (rule.constructor.name === 'CSSPageRule') takePage(rule as CSSPageRule, style)
  })
  return style
}

/** Makes the document's rules mean on the screen what they mean in print. */
export function asPrinted(document: Document): void {
  walk([...document.styleSheets], (rule) => {
    if ('media' in rule) turnMedia(rule as CSSMediaRule)
    if ('selectorText' in rule && 'style' in rule) turnBreaks((rule as CSSStyleRule).style)
  })
  for (const element of document.querySelectorAll<HTMLElement>('[style*="break"]')) turnBreaks(element.style)
}

function walk(groups: readonly { cssRules: CSSRuleList }[], visit: (rule: CSSRule) => void): void {
  for (const group of groups) {
    for (const rule of [...group.cssRules]) {
      visit(rule)
      if ('cssRules' in rule && !('selectorText' in rule)) walk([rule as CSSGroupingRule], visit)
    }
  }
}

function takePage(rule: CSSPageRule, into: PageStyle): void {
  const isFirst = rule.selectorText.includes(':first')
  // Named pages and left and right ones do not occur in our papers.
  if (rule.selectorText !== '' && !isFirst) return
  if (!isFirst) {
    const { style } = rule
    const side = (name: string, usual: number) =>
      style.getPropertyValue(`margin-${name}`) === '' ? usual : length(style.getPropertyValue(`margin-${name}`))
    const { margin } = into.geometry
    into.geometry = {
      ...(pageSize(style.getPropertyValue('size')) ?? into.geometry),
      margin: {
        top: side('top', margin.top),
        right: side('right', margin.right),
        bottom: side('bottom', margin.bottom),
        left: side('left', margin.left),
      },
    }
  }
  for (const inner of [...((rule as unknown as CSSGroupingRule).cssRules ?? [])]) {
    const { name, style } = inner as MarginRule
    if (!name || !style) continue
    into.boxes.push({
      name,
      content: style.getPropertyValue('content'),
      style: lookOf(style),
      isFirstOnly: isFirst,
    })
  }
}

/** How a margin box looks, without what it says. */
function lookOf(style: CSSStyleDeclaration): string {
  const names = [...style].filter((name) => name !== 'content')
  return names.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';')
}

function turnMedia(rule: CSSMediaRule): void {
  const asked = rule.media.mediaText
  if (/^print$/i.test(asked)) rule.media.mediaText = 'all'
  else if (/^screen$/i.test(asked)) rule.media.mediaText = 'not all'
}

function turnBreaks(style: CSSStyleDeclaration): void {
  for (const property of ['break-before', 'break-after']) {
    if (/^(page|left|right|recto|verso|always|all)$/.test(style.getPropertyValue(property)))
      style.setProperty(property, 'column')
    if (style.getPropertyValue(property) === 'avoid-page') style.setProperty(property, 'avoid')
  }
  if (style.getPropertyValue('break-inside') === 'avoid-page') style.setProperty('break-inside', 'avoid')
}
