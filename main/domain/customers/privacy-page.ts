// Everything about one person as one page that any browser shows, without anything from outside.

export type PrivacyPage = {
  title: string
  language: string
  /** Under the title: the day, the company. */
  about: string
  sections: readonly {
    heading: string
    rows: readonly { title: string; lines: readonly [label: string, text: string][] }[]
  }[]
}

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Text as HTML says it. */
function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

const style = `body{font:14px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem;border-bottom:1px solid #ccc}h3{font-size:1rem;margin:1rem 0 .25rem}
dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.125rem 1rem;margin:0}dt{color:#555}
dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}`

export function privacyHtml({ title, language, about, sections }: PrivacyPage): string {
  const body = sections.map(({ heading, rows }) => `<h2>${escapeHtml(heading)}</h2>\n${rows.map(rowHtml).join('\n')}`)
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(about)}</p>
${body.join('\n')}
</body>
</html>
`
}

function rowHtml({ title, lines }: PrivacyPage['sections'][number]['rows'][number]): string {
  const heading = title === '' ? '' : `<h3>${escapeHtml(title)}</h3>`
  return `${heading}<dl>${lines.map(([label, text]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(text)}</dd>`).join('')}</dl>`
}
