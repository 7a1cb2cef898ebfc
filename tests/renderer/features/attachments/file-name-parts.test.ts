import { expect, test } from 'vitest'
import { partsOfName } from '#renderer/features/attachments/file-name-parts.ts'

test('a name has a stem to change and an ending that stays', () => {
  expect(partsOfName('Bill of lading.pdf')).toEqual({ stem: 'Bill of lading', ending: '.pdf' })
  expect(partsOfName('archive.tar.gz')).toEqual({ stem: 'archive.tar', ending: '.gz' })
  expect(partsOfName('报关单.表格')).toEqual({ stem: '报关单', ending: '.表格' })
})

test('without an ending the whole name can be changed', () => {
  expect(partsOfName('README')).toEqual({ stem: 'README', ending: '' })
  expect(partsOfName('.profile')).toEqual({ stem: '.profile', ending: '' })
  expect(partsOfName('Offer no. 12')).toEqual({ stem: 'Offer no. 12', ending: '' })
  expect(partsOfName('Price 3.500 per piece')).toEqual({ stem: 'Price 3.500 per piece', ending: '' })
})
