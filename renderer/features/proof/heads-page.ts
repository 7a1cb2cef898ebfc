// The printed sheet of heads: a document of its own, black on white, nothing to load.
import type { Format } from '#renderer/lib/format.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { HeadsSheet } from '#shared/schemas/heads.ts'
import { hashInGroups } from './hash-in-groups.ts'

type Words = { t: Translate; format: Pick<Format, 'instant' | 'number'> }

const style = `@page { size: A4; margin: 18mm }
body { font: 11pt/1.5 system-ui, sans-serif; color: #000; margin: 0 }
h1 { font-size: 18pt; margin: 0 0 6mm }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1mm 6mm; margin: 0 0 8mm }
dt { color: #444 } dd { margin: 0; overflow-wrap: anywhere }
.head { break-inside: avoid; border-top: 0.3mm solid #888; padding: 3mm 0 }
.hash { font: 12pt/1.6 ui-monospace, monospace; margin: 1mm 0 0 }
.code { break-inside: avoid; margin-top: 8mm } .code p { margin: 0 0 2mm }
.keep { margin-top: 8mm; color: #444 }`

export function headsPage({ file, heads, operations, code }: HeadsSheet, { t, format }: Words): string {
  const facts = [
    [t('proof.sheet.book'), `${file.company} · ${file.book}`],
    [t('proof.sheet.taken'), format.instant(Date.parse(file.takenAt))],
    [t('proof.sheet.changes'), format.number(operations)],
  ].map(([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`)
  const rows = heads.map((head) => {
    const line = [
      `${t('proof.copy')} ${head.letters || t('proof.ownCopy')}`,
      `${t('proof.number')} ${format.number(head.sequence)}`,
      format.instant(head.at),
      head.person,
    ].filter((part) => part !== '')
    return `<div class="head">${escaped(line.join(' · '))}<p class="hash">${hashInGroups(head.hash)}</p></div>`
  })
  const camera = code === null ? '' : `<div class="code"><p>${escaped(t('proof.sheet.code'))}</p>${code}</div>`
  return `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(t('proof.sheet.title'))}</title>
<style>${style}</style></head><body><h1>${escaped(t('proof.sheet.title'))}</h1><dl>${facts.join('')}</dl>
${rows.join('\n')}${camera}<p class="keep">${escaped(t('proof.sheet.keep'))}</p></body></html>`
}

function escaped(text = ''): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
