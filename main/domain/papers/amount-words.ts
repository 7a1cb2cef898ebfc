// Amounts in words, as banks and customs ask for them beside the figures. Whole numbers come from n2words; how the parts of
// a currency are put together is a document's own custom and stands here.
import { toCardinal as englishCardinal } from 'n2words/en-US'
import { toCardinal as chineseCardinal } from 'n2words/zh-Hans-CN'
import type { Pair } from '#main/domain/papers/paper-text.ts'
import { currencyDigits } from '#shared/reference/currencies.ts'

/** English names of a currency and of its minor unit; a currency that is not here is said by its code, its cents as 50/100. */
const english: Readonly<Record<string, readonly [major: string, minor?: string]>> = {
  USD: ['US Dollars', 'Cents'],
  EUR: ['Euros', 'Cents'],
  GBP: ['Pounds Sterling', 'Pence'],
  CNY: ['Chinese Yuan', 'Fen'],
  JPY: ['Japanese Yen'],
  KRW: ['South Korean Won'],
  HKD: ['Hong Kong Dollars', 'Cents'],
  TWD: ['New Taiwan Dollars', 'Cents'],
  SGD: ['Singapore Dollars', 'Cents'],
  AUD: ['Australian Dollars', 'Cents'],
  NZD: ['New Zealand Dollars', 'Cents'],
  CAD: ['Canadian Dollars', 'Cents'],
  CHF: ['Swiss Francs', 'Centimes'],
  SEK: ['Swedish Kronor', 'Öre'],
  NOK: ['Norwegian Kroner', 'Øre'],
  DKK: ['Danish Kroner', 'Øre'],
  PLN: ['Polish Zloty', 'Groszy'],
  CZK: ['Czech Koruna', 'Haleru'],
  HUF: ['Hungarian Forint', 'Fillér'],
  TRY: ['Turkish Lira', 'Kurus'],
  ILS: ['Israeli Shekels', 'Agorot'],
  RUB: ['Russian Roubles', 'Kopecks'],
  INR: ['Indian Rupees', 'Paise'],
  THB: ['Thai Baht', 'Satang'],
  VND: ['Vietnamese Dong'],
  MYR: ['Malaysian Ringgit', 'Sen'],
  IDR: ['Indonesian Rupiah', 'Sen'],
  PHP: ['Philippine Pesos', 'Centavos'],
  BRL: ['Brazilian Reais', 'Centavos'],
  MXN: ['Mexican Pesos', 'Centavos'],
  PEN: ['Peruvian Soles', 'Céntimos'],
  CLP: ['Chilean Pesos'],
  ZAR: ['South African Rand', 'Cents'],
  AED: ['UAE Dirhams', 'Fils'],
  SAR: ['Saudi Riyals', 'Halalas'],
  KWD: ['Kuwaiti Dinars', 'Fils'],
  BHD: ['Bahraini Dinars', 'Fils'],
}

/** The currency's name before a Chinese amount: `人民币`, `美元`. */
const chinese: Readonly<Record<string, string>> = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  GBP: '英镑',
  JPY: '日元',
  KRW: '韩元',
  HKD: '港元',
  TWD: '新台币',
  MOP: '澳门元',
  SGD: '新加坡元',
  AUD: '澳大利亚元',
  NZD: '新西兰元',
  CAD: '加拿大元',
  CHF: '瑞士法郎',
  SEK: '瑞典克朗',
  NOK: '挪威克朗',
  DKK: '丹麦克朗',
  PLN: '波兰兹罗提',
  CZK: '捷克克朗',
  HUF: '匈牙利福林',
  TRY: '土耳其里拉',
  ILS: '以色列新谢克尔',
  RUB: '俄罗斯卢布',
  INR: '印度卢比',
  THB: '泰铢',
  VND: '越南盾',
  MYR: '马来西亚林吉特',
  IDR: '印度尼西亚卢比',
  PHP: '菲律宾比索',
  BRL: '巴西雷亚尔',
  MXN: '墨西哥比索',
  PEN: '秘鲁索尔',
  CLP: '智利比索',
  ZAR: '南非兰特',
  AED: '阿联酋迪拉姆',
  SAR: '沙特里亚尔',
  KWD: '科威特第纳尔',
  BHD: '巴林第纳尔',
}

/** An amount of minor units in words in both languages. */
export function amountInWords(minor: number, currency: string): Pair {
  return { en: englishAmount(minor, currency), zh: chineseAmount(minor, currency) }
}

/** `US Dollars One Thousand Two Hundred Thirty-Four and Cents Fifty Only`. */
export function englishAmount(minor: number, currency: string): string {
  const { whole, part, digits } = partsOf(minor, currency)
  const [name, minorName] = english[currency] ?? [currency]
  const minorWords = minorName ? `${minorName} ${capitals(part)}` : `${part}/${10 ** digits}`
  const cents = part === 0 ? '' : ` and ${minorWords}`
  return `${minor < 0 ? 'Minus ' : ''}${name} ${capitals(whole)}${cents} Only`
}

function capitals(value: bigint | number): string {
  return englishCardinal(BigInt(value)).replaceAll(
    /(^|[ -])([a-z])/g,
    (_all, before, letter) => before + letter.toUpperCase(),
  )
}

const figures = '零壹贰叁肆伍陆柒捌玖'
const smallUnits = '角分厘毫'

/**
 * `美元壹仟贰佰叁拾肆元伍角整`, by the rules for filling in bills: 整 after 元 and 角, none after 分; one 零 for zeros between
 * figures. http://www.pbc.gov.cn (支付结算办法, annex 1)
 */
export function chineseAmount(minor: number, currency: string): string {
  const { whole, part, digits } = partsOf(minor, currency)
  const sign = minor < 0 ? '负' : ''
  const name = chinese[currency] ?? currency
  const yuan = whole === 0n && part !== 0 ? '' : `${chineseCardinal(whole, { formal: true })}元`
  return `${name}${sign}${yuan}${chineseSmall(part, digits, yuan !== '')}`
}

function chineseSmall(part: number, digits: number, hasYuan: boolean): string {
  if (part === 0) return '整'
  const shown = String(part).padStart(digits, '0').replace(/0+$/, '')
  let words = ''
  for (const [at, figure] of [...shown].entries()) {
    if (figure !== '0') words += figures.charAt(Number(figure)) + smallUnits.charAt(at)
    // Zeros in front of the first figure count only behind 元.
    else if (!words.endsWith('零') && (words !== '' || hasYuan)) words += '零'
  }
  return shown.length === 1 ? `${words}整` : words
}

function partsOf(minor: number, currency: string): { whole: bigint; part: number; digits: number } {
  const digits = currencyDigits(currency)
  const size = BigInt(Math.abs(minor))
  const power = 10n ** BigInt(digits)
  return { whole: size / power, part: Number(size % power), digits }
}
