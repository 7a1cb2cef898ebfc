// What a file most likely is, from its name, in the words sellers and their forwarders use. Only ever a suggestion.
import { ownValue } from '#shared/own-value.ts'
import type { AttachmentKind } from '#shared/schemas/attachments.ts'

/** The first that fits counts: `customs invoice` is for the customs, `packing list and invoice` goes by the rarer word. */
const words: readonly (readonly [AttachmentKind, RegExp])[] = [
  ['customs', /customs|declaration|报关|海关|清关/],
  ['packing_list', /packing[ _-]?list|装箱单|箱单/],
  ['test_report', /test[ _-]?report|inspection|检测|检验|测试|质检/],
  ['certificate', /certificate|\bcert\b|\bcoo\b|reach|rohs|\bce\b|证书|产地证|认证/],
  ['licence', /licen[cs]e|permit|许可|执照/],
  ['transport', /bill[ _-]?of[ _-]?lading|\bb[ _-]?l\b|\bm?awb\b|waybill|提单|运单|货运/],
  ['payment', /payment|receipt|swift|remittance|\btt\b|付款|收款|水单|回单/],
  ['contract', /contract|agreement|合同|协议/],
  ['invoice', /invoice|\bpi\b|\bci\b|发票/],
  ['drawing', /drawing|图纸/],
]

const kindByEnding: Readonly<Record<string, AttachmentKind>> = {
  eml: 'message',
  msg: 'message',
  dwg: 'drawing',
  dxf: 'drawing',
  step: 'drawing',
  stp: 'drawing',
  stl: 'drawing',
  ai: 'drawing',
}

export function guessAttachmentKind(name: string, isPicture: boolean): AttachmentKind {
  const lower = name.toLowerCase()
  const ending = /\.([a-z0-9]+)$/.exec(lower)?.[1] ?? ''
  // An underscore parts words in a file's name, but not for \b.
  const said = lower.replaceAll('_', ' ')
  const byWord = words.find(([, pattern]) => pattern.test(said))?.[0]
  return byWord ?? ownValue(kindByEnding, ending) ?? (isPicture ? 'picture' : 'other')
}
