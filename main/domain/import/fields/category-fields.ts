// Columns of a file of categories.
import type { Field } from './field.ts'

export const categoryFields = [
  {
    key: 'externalId',
    type: 'code',
    own: [
      'category id',
      'category code',
      'category no',
      'product subcategory id',
      'product category id',
      '类别编号',
      '分类编号',
      '类目编号',
      '类目ID',
      '分类ID',
    ],
    synonyms: ['id', 'code', '编号'],
  },
  {
    key: 'nameEn',
    type: 'text',
    own: ['category name', 'category', 'category name en', 'product category', '英文类别', '类别英文名'],
    synonyms: ['name', 'title', 'english name'],
    twin: 'nameZh',
    language: 'en',
  },
  {
    key: 'nameZh',
    type: 'text',
    own: [
      '类别名称',
      '分类名称',
      '类目名称',
      '品类名称',
      '类别',
      '分类',
      '品类',
      '类目',
      'category name zh',
      'category name cn',
    ],
    synonyms: ['中文名称', '名称', 'chinese name', 'name zh'],
    twin: 'nameEn',
    language: 'zh',
  },
  {
    key: 'description',
    type: 'text',
    synonyms: ['description', 'note', 'notes', 'remark', 'remarks', '说明', '描述', '备注'],
  },
] as const satisfies readonly Field[]
