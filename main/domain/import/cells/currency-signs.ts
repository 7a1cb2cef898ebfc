// Signs and names that stand for a currency in a cell. Some stand for several: those are asked about, never guessed.
import { ownValue } from '#shared/own-value.ts'
import { isCurrency } from '#shared/reference/currencies.ts'

/** The currencies that a sign may mean; one means it is settled. */
const meanings: Readonly<Record<string, readonly string[]>> = {
  $: ['USD', 'AUD', 'CAD', 'NZD', 'HKD', 'SGD', 'TWD', 'MXN'],
  '¥': ['CNY', 'JPY'],
  kr: ['SEK', 'NOK', 'DKK', 'ISK'],
  rs: ['INR', 'PKR', 'LKR', 'NPR'],
  '£': ['GBP'],
  '€': ['EUR'],
  '₹': ['INR'],
  '₽': ['RUB'],
  '₩': ['KRW'],
  '₫': ['VND'],
  '฿': ['THB'],
  '₺': ['TRY'],
  '₴': ['UAH'],
  '₪': ['ILS'],
  '₱': ['PHP'],
  '₦': ['NGN'],
  zł: ['PLN'],
  kč: ['CZK'],
  ft: ['HUF'],
  fr: ['CHF'],
  sfr: ['CHF'],
  rm: ['MYR'],
  rp: ['IDR'],
  us$: ['USD'],
  u$s: ['USD'],
  a$: ['AUD'],
  au$: ['AUD'],
  c$: ['CAD'],
  ca$: ['CAD'],
  nz$: ['NZD'],
  hk$: ['HKD'],
  s$: ['SGD'],
  sg$: ['SGD'],
  nt$: ['TWD'],
  mx$: ['MXN'],
  r$: ['BRL'],
  'cn¥': ['CNY'],
  'jp¥': ['JPY'],
  rmb: ['CNY'],
  元: ['CNY'],
  人民币: ['CNY'],
  人民币元: ['CNY'],
  円: ['JPY'],
  日元: ['JPY'],
  美元: ['USD'],
  美金: ['USD'],
  欧元: ['EUR'],
  英镑: ['GBP'],
  港币: ['HKD'],
  港元: ['HKD'],
  台币: ['TWD'],
  新台币: ['TWD'],
  澳元: ['AUD'],
  加元: ['CAD'],
  卢布: ['RUB'],
  韩元: ['KRW'],
  'us dollar': ['USD'],
  'us dollars': ['USD'],
  euro: ['EUR'],
  euros: ['EUR'],
  yuan: ['CNY'],
  renminbi: ['CNY'],
  yen: ['JPY'],
  'pound sterling': ['GBP'],
}

/** The currencies that the text may name (`US$`, `EUR`, `元`), none when it names no currency. */
export function currenciesNamed(text: string): readonly string[] {
  const sign = text.trim().replace(/\.$/, '')
  if (/^[A-Za-z]{3}$/.test(sign) && isCurrency(sign.toUpperCase())) return [sign.toUpperCase()]
  const key = sign.toLowerCase().replaceAll('￥', '¥').replaceAll('＄', '$').replaceAll('￡', '£')
  return ownValue(meanings, key) ?? ownValue(meanings, key.replace(/\s/g, '')) ?? []
}
