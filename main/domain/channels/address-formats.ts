// Lists of recipients as carriers' pages take them when labels are made. Columns of DHL (MyDHL+, address book, fields mapped by
// their headings) and UPS (CampusShip, address book, in this order and without headings) follow the pages that the carriers
// publish. Those of FedEx, YunExpress and China Post/EMS are written from memory: their templates stand behind a login, and no
// public page or program confirms them (programs of others write several layouts for China Post, none of them this one).
import type { FileFormat } from '#main/domain/channels/file-format.ts'
import type { AddressFormat } from '#shared/schemas/channel-files.ts'

export type Recipient = {
  number: string
  orderNumbers: string
  name: string
  company: string
  lines: readonly [string, string, string]
  street: string
  city: string
  region: string
  postalCode: string
  country: string
  countryName: string
  phone: string
  email: string
  /** Of the whole shipment: kilograms with three decimals, pieces; empty where not known. */
  kilograms: string
  pieces: string
  /** Of a single piece, in centimetres. */
  lengthCm: string
  widthCm: string
  heightCm: string
  contents: string
  contentsZh: string
  hsCode: string
  origin: string
  quantity: string
  value: string
  currency: string
  service: string
}

type Columns = FileFormat<Recipient>['columns']

const csv = { ending: 'csv', delimiter: ',', hasHeadings: true } as const

const generic: Columns = [
  ['shipment', ({ number }) => number],
  ['orders', ({ orderNumbers }) => orderNumbers],
  ['name', ({ name }) => name],
  ['street', ({ street }) => street],
  ['city', ({ city }) => city],
  ['region', ({ region }) => region],
  ['postal_code', ({ postalCode }) => postalCode],
  ['country', ({ country }) => country],
  ['phone', ({ phone }) => phone],
  ['email', ({ email }) => email],
  ['service', ({ service }) => service],
  ['pieces', ({ pieces }) => pieces],
  ['weight_kg', ({ kilograms }) => kilograms],
  ['length_cm', ({ lengthCm }) => lengthCm],
  ['width_cm', ({ widthCm }) => widthCm],
  ['height_cm', ({ heightCm }) => heightCm],
  ['contents', ({ contents }) => contents],
  ['hs_code', ({ hsCode }) => hsCode],
  ['origin', ({ origin }) => origin],
  ['value', ({ value }) => value],
  ['currency', ({ currency }) => currency],
]

const dhl: Columns = [
  ['Name', ({ name }) => name],
  ['Company', ({ company, name }) => company || name],
  ['Nickname', ({ number }) => number],
  ['Email Address 1', ({ email }) => email],
  ['Phone Type', () => 'O'],
  ['Phone Number Country Code', ({ phone }) => dialling(phone).country],
  ['Phone Number', ({ phone }) => dialling(phone).rest],
  ['Country/Territory Code', ({ country }) => country],
  ['Address 1', ({ lines }) => lines[0]],
  ['Address 2', ({ lines }) => lines[1]],
  ['Address 3', ({ lines }) => lines[2]],
  ['Postal Code', ({ postalCode }) => postalCode],
  ['City', ({ city }) => city],
  ['State/Province Code', ({ region }) => region],
]

const ups: Columns = [
  ['Company or Name', ({ company, name }) => company || name],
  ['Nickname', ({ number }) => number],
  ['Contact', ({ name }) => name],
  ['Address 1', ({ lines }) => lines[0]],
  ['Address 2', ({ lines }) => lines[1]],
  ['Address 3', ({ lines }) => lines[2]],
  ['Town/City', ({ city }) => city],
  ['County', ({ region }) => region],
  ['Postcode', ({ postalCode }) => postalCode],
  ['Country', ({ country }) => country],
  ['Telephone', ({ phone }) => digits(phone)],
  ['Extension', () => ''],
  ['E-Mail Address', ({ email }) => email],
]

const fedex: Columns = [
  ['Nickname', ({ number }) => number],
  ['FullName', ({ name }) => name],
  ['Company', ({ company }) => company],
  ['AddressOne', ({ lines }) => lines[0]],
  ['AddressTwo', ({ lines }) => [lines[1], lines[2]].filter(Boolean).join(', ')],
  ['City', ({ city }) => city],
  ['State', ({ region }) => region],
  ['Zip', ({ postalCode }) => postalCode],
  ['CountryCode', ({ country }) => country],
  ['PhoneNumber', ({ phone }) => digits(phone)],
  ['EmailAddress', ({ email }) => email],
]

const yunexpress: Columns = [
  ['客户订单号', ({ number }) => number],
  ['运输方式代码', ({ service }) => service],
  ['目的国家', ({ country }) => country],
  ['收件人姓名', ({ name }) => name],
  ['收件人公司', ({ company }) => company],
  ['收件人街道', ({ street }) => street],
  ['收件人城市', ({ city }) => city],
  ['收件人州/省', ({ region }) => region],
  ['收件人邮编', ({ postalCode }) => postalCode],
  ['收件人电话', ({ phone }) => phone],
  ['收件人邮箱', ({ email }) => email],
  ['件数', ({ pieces }) => pieces],
  ['重量(KG)', ({ kilograms }) => kilograms],
  ['长(CM)', ({ lengthCm }) => lengthCm],
  ['宽(CM)', ({ widthCm }) => widthCm],
  ['高(CM)', ({ heightCm }) => heightCm],
  ['申报英文名', ({ contents }) => contents],
  ['申报中文名', ({ contentsZh }) => contentsZh],
  ['海关编码', ({ hsCode }) => hsCode],
  ['申报数量', ({ quantity }) => quantity],
  ['申报总价', ({ value }) => value],
  ['币种', ({ currency }) => currency],
]

const ems: Columns = [
  ['订单号', ({ number }) => number],
  ['收件人姓名', ({ name }) => name],
  ['收件人电话', ({ phone }) => phone],
  ['收件人邮箱', ({ email }) => email],
  ['收件国家代码', ({ country }) => country],
  ['收件国家', ({ countryName }) => countryName],
  ['收件人州/省', ({ region }) => region],
  ['收件人城市', ({ city }) => city],
  ['收件人地址', ({ street }) => street],
  ['收件人邮编', ({ postalCode }) => postalCode],
  ['重量(克)', ({ kilograms }) => (kilograms === '' ? '' : String(Math.round(Number(kilograms) * 1000)))],
  ['内件英文名称', ({ contents }) => contents],
  ['内件中文名称', ({ contentsZh }) => contentsZh],
  ['内件数量', ({ quantity }) => quantity],
  ['内件总价', ({ value }) => value],
  ['币种', ({ currency }) => currency],
  ['海关编码', ({ hsCode }) => hsCode],
  ['原产国', ({ origin }) => origin],
]

export const addressFileFormats: Readonly<Record<AddressFormat, FileFormat<Recipient>>> = {
  generic: { ...csv, columns: generic },
  dhl: { ...csv, columns: dhl },
  ups: { ...csv, hasHeadings: false, columns: ups },
  fedex: { ...csv, columns: fedex },
  yunexpress: { ...csv, columns: yunexpress },
  ems: { ...csv, columns: ems },
}

/** How much of an address stands in one line of a label. */
export const addressLine = 35

/**
 * A street in up to three lines of a label, broken where words end; what does not fit stays in the last, so that nothing of an
 * address is ever lost.
 */
export function addressLines(street: string): [string, string, string] {
  const words = street.split(/\s+/).filter(Boolean)
  const lines: [string, string, string] = ['', '', '']
  let at = 0
  for (const word of words) {
    const joined = lines[at] === '' ? word : `${lines[at]} ${word}`
    if (joined.length > addressLine && lines[at] !== '' && at < 2) {
      at += 1
      lines[at] = word
    } else lines[at] = joined
  }
  return lines
}

/** A plus in front would be taken for a formula; two zeros say the same. */
export function plainPhone(phone: string): string {
  return phone.trim().replace(/^\+/, '00')
}

function digits(phone: string): string {
  return phone.replace(/\D/g, '')
}

/** The calling code of a number written as +49 40 123456; of any other nobody knows where it ends. */
function dialling(phone: string): { country: string; rest: string } {
  const told = /^(?:\+|00)(\d{1,3})[\s(-](.*)$/.exec(phone)
  return told ? { country: told[1] ?? '', rest: digits(told[2] ?? '') } : { country: '', rest: digits(phone) }
}
