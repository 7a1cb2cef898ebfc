// ISO 4217: the currencies in use and the digits of their minor unit. Kept here and not taken from Intl, which follows
// everyday use (CLDR) and gives other digits for currencies such as HUF, IDR, COP and PKR.

const inUse =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CLF CLP ' +
  'CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ' +
  'ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP ' +
  'MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR ' +
  'SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED ' +
  'VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'

/** Left use, but old orders and rate files still carry them. */
const historical =
  'BGN HRK ANG CYP EEK LTL LVL MTL SIT SKK ROL TRL DEM FRF ITL ESP NLG ATS BEF FIM GRD IEP PTE SLL CUC ZWL MRO'

const otherDigits: Readonly<Record<string, number>> = {
  ...digits(0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF ITL ESP BEF GRD PTE ROL TRL'),
  ...digits(3, 'BHD IQD JOD KWD LYD OMR TND'),
  ...digits(4, 'CLF UYW'),
}

function digits(count: number, codes: string): Record<string, number> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, count]))
}

/** Currency codes in use today, ascending. */
export const currencyCodes: readonly string[] = inUse.split(' ')

const known = new Set([...currencyCodes, ...historical.split(' ')])

/** Whether the code is a currency that ISO 4217 lists or listed. */
export function isCurrency(code: string): boolean {
  return known.has(code)
}

/** Digits after the point of the currency's minor unit (CNY 2, JPY 0, KWD 3). Unknown codes count as 2. */
export function currencyDigits(code: string): number {
  return otherDigits[code] ?? 2
}
