// The page around a template's markup: its size, margins and what stands in them, and a policy that lets nothing run and
// nothing be fetched even where the checks should fail.
import { escapeText } from '#main/services/papers/engine/paper-markup.ts'
import { baseStyle } from '#main/services/papers/templates/built-in-templates.ts'
import type { PaperTemplateHeader } from '#shared/schemas/paper-templates.ts'
import type { PageSize, PaperLanguage } from '#shared/schemas/papers.ts'

export type PageFrame = {
  /** Of the document, and so of the file that a printer makes. */
  title: string
  language: PaperLanguage
  pageSize: PageSize
  header: PaperTemplateHeader
  /** On every page but the first; null for labels, which have no margins to speak of. */
  running: { left: string; right: string } | null
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** Width and height in millimetres. */
export const pageMm: Readonly<Record<PageSize, readonly [width: number, height: number]>> = {
  A4: [210, 297],
  'A4-landscape': [297, 210],
  Letter: [215.9, 279.4],
  'Letter-landscape': [279.4, 215.9],
  '100x150': [100, 150],
  '100x50': [100, 50],
  '60x40': [60, 40],
  '50x30': [50, 30],
}

/** The whole document of a paper. */
export function framedPage(markup: string, frame: PageFrame): string {
  const { title, language, header } = frame
  const lang = language === 'both' ? 'en' : language
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeText(title)}</title>
<style>
${pageRule(frame)}
${baseStyle}
</style>
</head>
<body class="paper ${header.kind} ${language === 'both' ? 'both' : lang} size-${frame.pageSize}">
${markup}
</body>
</html>
`
}

const page = ['counter(page)', 'counter(pages)'] as const
const pageWords: Readonly<Record<PaperLanguage, string>> = {
  en: `"Page " ${page[0]} " of " ${page[1]}`,
  'zh-CN': `"第 " ${page[0]} " 页，共 " ${page[1]} " 页"`,
  both: `"Page " ${page[0]} " of " ${page[1]} "   第 " ${page[0]} " 页，共 " ${page[1]} " 页"`,
}

function pageRule({ pageSize, header, running, language }: PageFrame): string {
  const [width, height] = pageMm[pageSize]
  const { top, right, bottom, left } = header.page.margins
  const margins = `margin-top:${top}mm;margin-right:${right}mm;margin-bottom:${bottom}mm;margin-left:${left}mm`
  const look =
    "font:8pt/1.4 'Helvetica Neue',Arial,'Liberation Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;color:#5d6871"
  if (running === null) return `@page{size:${width}mm ${height}mm;${margins}}`
  const numbers = header.show.pageNumbers ? `@bottom-right{content:${pageWords[language]};${look}}` : ''
  return `@page{size:${width}mm ${height}mm;${margins};@top-left{content:${cssString(running.left)};${look}}@top-right{content:${cssString(running.right)};${look}}${numbers}@bottom-left{content:${cssString(running.right)};${look}}}
@page :first{@top-left{content:none}@top-right{content:none}}`
}

/** A CSS string of a text; `<` is spelled out, for nothing may end the style element. */
function cssString(text: string): string {
  const plain = text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
  return `"${plain.replaceAll(/["\\<]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `)}"`
}
