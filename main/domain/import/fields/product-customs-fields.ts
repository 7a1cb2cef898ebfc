// Columns of a product that customs ask for.
import type { Field } from './field.ts'

export const productCustomsFields = [
  {
    key: 'hsCode',
    type: 'code',
    synonyms: [
      'hs code',
      'hs',
      'hscode',
      'tariff code',
      'tariff number',
      'customs code',
      'commodity code',
      'hts code',
      '海关编码',
      'HS编码',
      '商品编码(HS)',
      '税则号',
      '税号',
    ],
  },
  {
    key: 'originCountry',
    type: 'country',
    synonyms: [
      'country of origin',
      'origin',
      'origin country',
      'made in',
      'manufacturing country',
      '原产国',
      '原产地',
      '产地',
      '原产国家',
    ],
  },
  {
    key: 'customsNameEn',
    type: 'text',
    synonyms: [
      'customs name',
      'customs name en',
      'customs description',
      'declared name',
      '英文报关品名',
      '报关英文名',
      '报关英文品名',
    ],
  },
  {
    key: 'customsNameZh',
    type: 'text',
    synonyms: ['customs name zh', 'customs name cn', '报关品名', '中文报关品名', '报关中文名', '申报品名', '报关名称'],
  },
  {
    key: 'declarationEn',
    type: 'text',
    synonyms: ['declaration elements en', 'declaration elements', 'customs declaration elements', '英文申报要素'],
  },
  {
    key: 'declarationZh',
    type: 'text',
    synonyms: ['申报要素', '中文申报要素', '规范申报要素', 'declaration elements zh'],
  },
  {
    key: 'vatRate',
    type: 'percent',
    synonyms: ['vat rate', 'vat', 'tax rate', '增值税率', '税率', '增值税税率', '征税率'],
  },
  {
    key: 'refundRate',
    type: 'percent',
    synonyms: ['refund rate', 'vat refund rate', 'export refund rate', 'tax refund rate', '退税率', '出口退税率'],
  },
] as const satisfies readonly Field[]
