import { describe, expect, it } from 'vitest'
import { profileColumns } from '#main/domain/import/column-profile.ts'
import { clearKind, guessKind } from '#main/domain/import/guess-kind.ts'
import { guessMapping } from '#main/domain/import/guess-mapping.ts'
import type { ImportKind } from '#shared/schemas/imports.ts'

function profiled(headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  const profiling = profileColumns(headers)
  for (const row of rows) profiling.add(row)
  return profiling.profiles
}

function mapped(kind: ImportKind, headers: readonly string[], ...rows: readonly (readonly string[])[]) {
  return Object.fromEntries(guessMapping(kind, profiled(headers, ...rows)).map(({ column, field }) => [column, field]))
}

/** The shape of the training database that half the world's sample files follow, with rows of our own. */
const files: readonly { name: string; kind: ImportKind; headers: string; row: string; fields: string }[] = [
  {
    name: 'categories.csv',
    kind: 'categories',
    headers: 'categoryID,categoryName,description,picture',
    row: '1,Teas,Green and black,0x15',
    fields: 'externalId,nameEn,description,',
  },
  {
    name: 'customers.csv',
    kind: 'customers',
    headers: 'customerID,companyName,contactName,contactTitle,address,city,region,postalCode,country,phone,fax',
    row: 'ABCDE,Tea House,Ann Lee,Owner,1 High St,Leeds,NULL,05021,UK,(5) 555,NULL',
    fields: 'externalId,name,contactName,contactTitle,address,city,region,postalCode,country,phone,fax',
  },
  {
    name: 'suppliers.csv',
    kind: 'suppliers',
    headers:
      'supplierID,companyName,contactName,contactTitle,address,city,region,postalCode,country,phone,fax,homePage',
    row: '1,Tea Garden,Li Wei,Sales,9 Hill Rd,Anxi,NULL,362400,China,0595,NULL,NULL',
    fields: 'externalId,name,contactName,contactTitle,address,city,region,postalCode,country,phone,fax,website',
  },
  {
    name: 'shippers.csv',
    kind: 'carriers',
    headers: 'shipperID,companyName,phone',
    row: '1,Fast Boat,(503) 555',
    fields: 'externalId,name,phone',
  },
  {
    name: 'products.csv',
    kind: 'products',
    headers:
      'productID,productName,supplierID,categoryID,quantityPerUnit,unitPrice,unitsInStock,unitsOnOrder,reorderLevel,discontinued',
    row: '1,Tie Guan Yin,1,1,10 boxes x 20 bags,18.00,39,0,10,0',
    fields: 'externalId,nameEn,supplier,category,packing,price,stockOnHand,onOrder,reorderPoint,discontinued',
  },
  {
    name: 'orders.csv',
    kind: 'orders',
    headers:
      'orderID,customerID,employeeID,orderDate,requiredDate,shippedDate,shipVia,freight,shipName,shipAddress,shipCity,shipRegion,shipPostalCode,shipCountry',
    row: '10,ABCDE,5,2024-07-04 00:00:00.000,2024-08-01,NULL,3,32.38,Tea House,1 High St,Leeds,NULL,05021,UK',
    fields:
      'externalId,customer,,orderedOn,requiredOn,shippedOn,carrier,freight,shipToName,shipToAddress,shipToCity,shipToRegion,shipToPostalCode,shipToCountry',
  },
  {
    name: 'order-details.csv',
    kind: 'order-lines',
    headers: 'orderID,productID,unitPrice,quantity,discount',
    row: '10,1,14.00,12,0.05',
    fields: 'order,product,unitPrice,quantity,discount',
  },
]

const snake = (header: string) => header.replace(/ID/g, 'Id').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

describe.each(files)('$name', ({ name, kind, headers, row, fields }) => {
  const expected = fields.split(',').map((field) => field || null)

  it.each([
    ['camelCase', headers.split(','), name],
    ['snake_case', headers.split(',').map(snake), name.replace('-', '_')],
    [
      'UPPER CASE under a name that says nothing',
      headers.split(',').map((header) => snake(header).replaceAll('_', ' ').toUpperCase()),
      'export (3).csv',
    ],
  ])('is known in %s', (_, names, file) => {
    const columns = profiled(names, row.split(','))
    expect(clearKind(guessKind(columns, file))).toBe(kind)
    expect(guessMapping(kind, columns).map(({ field }) => field)).toEqual(expected)
  })
})

describe('the kind of a file', () => {
  it.each([
    [
      '货号,品名,英文品名,海关编码,净重(kg),采购价,供应商,库存数量',
      'A-1,绿茶,Green tea,0902100090,0.5,12.50,安溪茶厂,30',
      'products',
    ],
    ['供应商编号,供应商名称,联系人,电话,地址', '1,安溪茶厂,李伟,0595-1234,中山路1号', 'suppliers'],
    ['订单号,客户,下单日期,币种,运费,收货国家', 'SO1,Tea House,2024年4月16日,USD,12.00,英国', 'orders'],
    ['订单号,货号,数量,单价', 'SO1,A-1,12,3.50', 'order-lines'],
    [
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
      '536,85A,TEA SET,6,2010-12-01 08:26:00,2.55,17850.0,UK',
      'order-rows',
    ],
    ['SKU,Qty on hand,Warehouse', 'A-1,12,Main', 'stock'],
    ['PO Number,Vendor,Order Date,Status,Tax', 'PO-1,Tea Garden,2024-04-16,Approved,3.20', 'purchase-orders'],
    ['PO Number,SKU,Qty,Unit Price,Received Qty,Rejected Qty', 'PO-1,A-1,12,3.50,10,2', 'purchase-lines'],
    [
      '采购单号,供应商,采购日期,货号,采购数量,采购单价,收货数量,收货日期',
      'PO-1,安溪茶厂,2024-04-16,A-1,12,3.50,12,2024-05-02',
      'purchase-rows',
    ],
    ['PO Number,SKU,Supplier,Qty on order,ETA', 'PO-1,A-1,Tea Garden,12,2024-05-01', 'expected'],
    ['Supplier,SKU,Price,MOQ,Lead time,Valid from', 'Tea Garden,A-1,3.50,100,21,2024-04-01', 'offers'],
    ['供应商,货号,报价,起订量,生效日期', '安溪茶厂,A-1,3.50,100,2024-04-01', 'offers'],
    ['SKU,Cost', 'A-1,12.50', 'products'],
    ['code,name,price', 'A-1,Cup,12.50', 'products'],
    ['Date,USD,JPY,GBP,', '2024-01-02,1.09,156.2,0.86,', 'rates'],
    ['Date,From currency,To currency,Rate', '2024-01-02,USD,CNY,7.1', 'rates'],
    ['Date,USD/CNY', '2024-01-02,7.1', 'rates'],
  ])('%s', (headers, row, kind) => {
    expect(clearKind(guessKind(profiled(headers.split(','), row.split(',')), 'x.csv'))).toBe(kind)
  })

  it('is left open where the columns say too little', () => {
    const columns = profiled(['companyName', 'phone'], ['Tea House', '12345'])
    expect(clearKind(guessKind(columns, 'list.csv'))).toBeNull()
    expect(clearKind(guessKind(columns, 'our suppliers.csv'))).toBe('suppliers')
    expect(guessKind(profiled(['tag', 'status', 'x'], ['a', 'b', 'c']), 'list.csv')).toEqual([])
  })

  it('is not products for a file of purchases that names products', () => {
    const headers = [
      'PurchaseOrderID',
      'PurchaseOrderDetailID',
      'DueDate',
      'OrderQty',
      'ProductID',
      'UnitPrice',
      'LineTotal',
      'ReceivedQty',
      'RejectedQty',
    ]
    const row = ['1', '1', '4/30/2011', '4', '1', '50.26', '201.04', '3', '0']
    const guesses = guessKind(profiled(headers, row), 'details.csv')
    expect(guesses.map(({ kind }) => kind)).toEqual(['purchase-lines'])
  })
})

describe('columns onto fields', () => {
  it('takes each field once, the likeliest header first', () => {
    expect(mapped('products', ['Name', 'Product name', 'SKU', 'Item code'])).toEqual({
      Name: null,
      'Product name': 'nameEn',
      SKU: 'sku',
      'Item code': null,
    })
  })

  it('looks at the cells for the language of a name', () => {
    expect(mapped('products', ['货号', '品名'], ['A-1', 'Green tea'])).toMatchObject({ 品名: 'nameEn' })
    expect(mapped('products', ['SKU', 'Name'], ['A-1', '绿茶'])).toMatchObject({ Name: 'nameZh' })
    expect(mapped('products', ['货号', '品名', '英文品名'], ['A-1', '绿茶', 'Green tea'])).toMatchObject({
      品名: 'nameZh',
      英文品名: 'nameEn',
    })
  })

  it('leaves a column out whose cells are nothing of the kind', () => {
    expect(mapped('orders', ['Order no', 'Order date', 'Freight'], ['1', 'n.v.t.', 'Freight included'])).toEqual({
      'Order no': 'number',
      'Order date': null,
      Freight: null,
    })
  })

  it('knows units and currencies behind a header', () => {
    expect(mapped('products', ['SKU', 'Price (USD)', 'Weight(kg)', 'Length cm', '毛重（g）'])).toMatchObject({
      'Price (USD)': 'price',
      'Length cm': 'length',
    })
  })
})
