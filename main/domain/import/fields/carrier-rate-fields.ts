// Columns of a file of what carriers charge: a price for a weight, by service and zone.
import type { Field } from './field.ts'

export const carrierRateFields = [
  {
    key: 'carrier',
    type: 'reference',
    reference: 'carriers',
    synonyms: ['carrier', 'courier', 'forwarder', 'shipping company', '承运商', '物流公司', '快递公司', '货代'],
  },
  {
    key: 'service',
    type: 'text',
    own: ['carrier service', 'service name', '承运服务', '服务名称'],
    synonyms: ['service', 'product', 'channel', '服务', '渠道', '产品'],
  },
  { key: 'serviceCode', type: 'code', own: ['service code', '服务代码'], synonyms: ['code', '代码'] },
  { key: 'zone', type: 'code', own: ['rate zone', '分区'], synonyms: ['zone', 'area', '区域'] },
  {
    key: 'countries',
    type: 'text',
    own: ['countries', 'destination countries'],
    synonyms: ['country', 'destination', '国家', '目的国', '目的地'],
  },
  {
    key: 'weightFrom',
    type: 'weight',
    own: ['weight from', 'weight over', 'min weight', '重量起', '起始重量'],
    synonyms: ['from weight', 'from kg'],
  },
  {
    key: 'weightTo',
    type: 'weight',
    own: ['weight to', 'weight up to', 'max weight', '重量至', '截止重量'],
    synonyms: ['to weight', 'to kg', 'weight', '重量'],
  },
  {
    key: 'price',
    type: 'money',
    own: ['freight price', '运价'],
    synonyms: ['price', 'rate', 'amount', 'cost', '价格', '运费'],
  },
  {
    key: 'stepWeight',
    type: 'weight',
    own: ['each further', 'step weight', 'additional weight', '续重单位'],
    synonyms: ['step', '续重'],
  },
  {
    key: 'stepPrice',
    type: 'money',
    own: ['price of each further', 'step price', 'additional price', '续重价格', '续重价'],
    synonyms: [],
  },
  {
    key: 'tonPrice',
    type: 'money',
    own: ['price per revenue ton', 'price per w/m', 'rate per cbm', '每计费吨价格'],
    synonyms: ['per cbm', 'per ton'],
  },
  { key: 'minimumTons', type: 'quantity', own: ['minimum tons', 'min cbm', '最低计费吨'], synonyms: [] },
  { key: 'currency', type: 'currency', synonyms: ['currency', 'currency code', '币种', '货币'] },
  { key: 'validFrom', type: 'day', synonyms: ['valid from', 'effective date', 'date', '生效日期', '日期'] },
  { key: 'validTo', type: 'day', synonyms: ['valid to', 'valid until', 'expires', '截止日期', '失效日期'] },
] as const satisfies readonly Field[]
