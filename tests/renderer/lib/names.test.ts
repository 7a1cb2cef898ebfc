import { expect, test } from 'vitest'
import { nameIn, namesIn } from '#renderer/lib/names.ts'

test('the reader’s name comes first, the other one behind it', () => {
  expect(namesIn('en', 'Mug', '杯子')).toEqual(['Mug', '杯子'])
  expect(namesIn('zh-CN', 'Mug', '杯子')).toEqual(['杯子', 'Mug'])
})

test('a name that is missing leaves the other one, and none twice', () => {
  expect(namesIn('zh-CN', 'Mug', '')).toEqual(['Mug'])
  expect(namesIn('en', '杯子', '杯子')).toEqual(['杯子'])
  expect(nameIn('zh-CN', { name: 'Mug', nameZh: '' })).toBe('Mug')
  expect(nameIn('en', { name: '杯子', nameZh: '杯子' })).toBe('杯子')
  expect(nameIn('zh-CN', { name: 'Mug', nameZh: '杯子' })).toBe('杯子')
  expect(nameIn('en', { name: '', nameZh: '' })).toBe('')
})
