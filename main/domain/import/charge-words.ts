// What stands among the goods of an order and is none: postage, fees, discounts, vouchers. A line of it is a line without a
// product, so that it is money of the order but never stock, demand or a class.

const names =
  /^(?:(?:\w+\s+)?(?:postage|shipping|carriage|freight|delivery)(?:\s+(?:and|&)\s+handling)?(?:\s+(?:fee|fees|cost|costs|charge|charges))?|handling(?:\s+(?:fee|charge))?|(?:\w+\s+)?(?:fee|fees)|(?:bank|insurance|packaging|service|handling|admin)\s+charges?|bank\s+charges?|surcharge|discount|manual|samples?|adjust(?:ment)?(?:\s+\w+){0,3}|adjust bad debt|commission|rounding|(?:\w+\s+)?gift\s+(?:voucher|card|certificate)\b.*|tip|deposit|sales tax|vat)$/i

const codes =
  /^(?:post|postage|shipping|freight|carriage|delivery|handling|discount|bank ?charges?|amazon ?fee|fee|surcharge|tip)$/i

const chineseNames =
  /^(?:运费|邮费|快递费|包装费|手续费|银行手续费|平台佣金|佣金|折扣|优惠券?|礼品卡|代金券|保险费|杂费|调整|税费)$/

/** Whether a line's code or name says that it is a charge and no goods. */
export function isCharge(code: string, name: string | undefined): boolean {
  const said = name?.trim() ?? ''
  return codes.test(code.trim()) || names.test(said) || chineseNames.test(said) || chineseNames.test(code.trim())
}
