// Volume, revenue tons, grids and the share of freight, worked by hand.
import { describe, expect, test } from 'vitest'
import { cubicMetres, shownCubicMetres } from '#main/domain/packing/cubic-metres.ts'
import { freightRatio } from '#main/domain/packing/freight-ratio.ts'
import { gridFit } from '#main/domain/packing/grid-fit.ts'
import { revenueTonFreight } from '#main/domain/packing/revenue-tons.ts'

describe('volume', () => {
  test('is added exactly and rounded when shown', () => {
    const rows = [
      { lengthMm: 560, widthMm: 400, heightMm: 450, pieces: 3 },
      { lengthMm: 333, widthMm: 333, heightMm: 333, pieces: 7 },
    ]
    expect(cubicMetres(rows)).toBe('0.560882259')
    expect(shownCubicMetres('0.5605')).toBe('0.561')
    expect(cubicMetres([])).toBe('0')
  })

  test('is not known where a side is not', () => {
    expect(cubicMetres([{ lengthMm: 560, widthMm: null, heightMm: 450, pieces: 3 }])).toBeNull()
  })

  test('stays exact beyond what a number holds', () => {
    const rows = [{ lengthMm: 19_999, widthMm: 19_997, heightMm: 19_993, pieces: 99_991 }]
    expect(cubicMetres(rows)).toBe('799488101.592320189')
  })
})

describe('the revenue ton', () => {
  const terms = { ratePerTon: '50', surcharges: ['0.1', '0.05'], minimumTons: 1 }

  test('is the cubic metre, the tonne or the minimum, whichever is more', () => {
    expect(revenueTonFreight({ cubicMetres: '2.5', tonnes: '1.2' }, terms)).toEqual({
      revenueTons: '2.5',
      freight: '143.75',
    })
    expect(revenueTonFreight({ cubicMetres: '2.5', tonnes: '4' }, terms)).toMatchObject({ revenueTons: '4' })
    expect(revenueTonFreight({ cubicMetres: '0.35', tonnes: '0.2' }, terms)).toMatchObject({ revenueTons: '1' })
  })

  test('is no figure without volume, weight or rate, nor below 0', () => {
    expect(revenueTonFreight({ cubicMetres: null, tonnes: 1 }, terms)).toEqual({ status: 'undefined' })
    expect(revenueTonFreight({ cubicMetres: 1, tonnes: 1 }, { ...terms, ratePerTon: null })).toEqual({
      status: 'undefined',
    })
    expect(revenueTonFreight({ cubicMetres: -1, tonnes: 1 }, terms)).toEqual({ status: 'invalid' })
  })
})

describe('a grid', () => {
  const room = { length: '0.6', width: '0.4', height: '0.3' }
  const carton = { length: '0.3', width: '0.2', height: '0.1' }

  test('loses no carton to a binary fraction, and turns cartons over where it may', () => {
    expect(gridFit(room, carton, true)).toEqual({ cartons: 12, along: [2, 2, 3] })
    expect(gridFit({ length: 10, width: 10, height: 3 }, { length: 3, width: 2, height: 7 }, true)).toMatchObject({
      cartons: 0,
    })
    expect(gridFit({ length: 10, width: 10, height: 3 }, { length: 3, width: 2, height: 7 }, false)).toEqual({
      cartons: 5,
      along: [5, 1, 1],
    })
  })

  test('is no figure where a side is not known', () => {
    expect(gridFit(room, { ...carton, width: null }, true)).toEqual({ status: 'undefined' })
    expect(gridFit(room, { ...carton, width: 0 }, true)).toEqual({ status: 'invalid' })
  })
})

test('freight is a share of the goods value, none where they are worth nothing', () => {
  expect(freightRatio('12.5', '250')).toEqual({ percent: '5' })
  expect(freightRatio('12.5', 0)).toEqual({ status: 'undefined' })
  expect(freightRatio(null, 100)).toEqual({ status: 'undefined' })
  expect(freightRatio(-1, 100)).toEqual({ status: 'invalid' })
})
