import { expect, test } from 'vitest'
import { numberDoubt } from '#shared/company-numbers.ts'

test.each([
  ['vat', 'DE', 'DE123456789', null],
  ['vat', 'DE', '123 456 789', null],
  ['vat', 'DE', 'DE12345678', 'vat_form'],
  ['vat', 'AT', 'ATU12345678', null],
  ['vat', 'AT', 'AT12345678', 'vat_form'],
  ['vat', 'GR', 'EL123456789', null],
  ['vat', 'GB', 'GB123456789', null],
  ['vat', 'NL', 'NL123456789B01', null],
  ['vat', 'CN', 'anything', null],
  ['vat', '', '12', null],
  ['eori', 'DE', 'DE1234567', null],
  ['eori', 'DE', '1234567', 'eori_form'],
  ['eori', 'GB', 'GB123456789000', null],
  // As the standard itself has it as an example.
  ['registration', 'CN', '91350100M000100Y43', null],
  ['tax', 'CN', '91350100m000100y43', null],
  ['registration', 'CN', '91350100M000100Y44', 'uscc_check'],
  ['registration', 'CN', '91350100M000100YI3', 'uscc_form'],
  ['registration', 'CN', '9135010', 'uscc_form'],
  ['registration', 'DE', 'HRB 12', null],
  ['customs', 'CN', '3302961234', null],
  ['customs', 'CN', '91350100M000100Y43', null],
  ['customs', 'CN', '33029', 'customs_form'],
  ['other', 'CN', 'x', null],
  ['vat', 'DE', '  ', null],
] as const)('%s of %s: %s', (kind, country, number, doubt) => expect(numberDoubt(kind, country, number)).toBe(doubt))
