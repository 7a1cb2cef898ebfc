import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { shippedRows, stateReader } from '#main/domain/tracking/state-rules.ts'
import rules from '#resources/tracking/rules.json' with { type: 'json' }
import { trackingStates } from '#shared/schemas/shipment-words.ts'
import type { OwnRule } from '#shared/schemas/tracking.ts'
import { csvRecords } from '#tests/support/csv-records.ts'
import { carrierTexts } from './carrier-texts.ts'
import { moreCarrierTexts } from './more-carrier-texts.ts'

const read = stateReader(rules, [])
const stateOf = (text: string, source = '', sourceCode = '') => read({ text, source, sourceCode }).state

describe('the words of carriers', () => {
  test.each([...carrierTexts, ...moreCarrierTexts])('%s -> %s', (text, state) => {
    expect(stateOf(text)).toBe(state)
  })

  test('every state of the table is one of ours, and every phrase of it is found by itself', () => {
    const known: readonly string[] = ['', ...trackingStates]
    for (const { state, words } of rules.phrases) {
      expect(known).toContain(state)
      for (const phrase of words)
        expect(read({ text: phrase, source: '', sourceCode: '' }).rule.by, phrase).toBe('text')
    }
    for (const row of shippedRows(rules)) expect(known).toContain(row.state)
  })

  test('Latin words match whole words, in any case and width', () => {
    expect(stateOf('ＤＥＬＩＶＥＲＥＤ')).toBe('delivered')
    expect(stateOf('Deliveredness')).toBe('')
    expect(stateOf('')).toBe('')
  })
})

describe('words and codes', () => {
  test('the words win over a code that says less', () => {
    expect(stateOf('Delivery attempted; recipient not home', '17track', 'InTransit_Other')).toBe('attempt_failed')
    expect(stateOf('派送失败', 'aftership', 'InTransit_001')).toBe('attempt_failed')
  })

  test('a code that says more wins over vague words', () => {
    expect(stateOf('Arrived at facility', '17track', 'InTransit_CustomsRequiringInformation')).toBe('import_hold')
    expect(stateOf('Shipment on its way', '', 'EMI')).toBe('delivered')
  })

  test('without words that are known the code tells, by its own carrier', () => {
    expect(stateOf('', 'ups', 'D')).toBe('delivered')
    expect(stateOf('Umgeleitet', 'dhl', 'OK')).toBe('delivered')
    expect(stateOf('', 'nobody', 'D')).toBe('')
  })
})

describe('own rules', () => {
  const rule = (given: Partial<OwnRule>): OwnRule => ({
    ...{ id: 7, position: 1, source: '', code: '', phrase: '', state: 'arrived', note: '' },
    ...given,
  })

  test('come before the shipped ones, in their order', () => {
    const own = stateReader(rules, [
      rule({ phrase: 'parked at the depot' }),
      rule({ id: 8, phrase: 'depot', state: 'lost' }),
    ])
    expect(own({ text: 'Parked at the depot', source: '', sourceCode: '' })).toMatchObject({
      ...{ state: 'arrived', rule: { ruleId: 7, by: 'text' } },
    })
    expect(own({ text: 'Delivered to depot', source: '', sourceCode: '' }).rule.ruleId).toBe(8)
  })

  test('may be of one source, of a code, and say nothing', () => {
    const own = stateReader(rules, [rule({ source: 'dhl', code: 'ZZ', state: '' }), rule({ phrase: '到仓 * 扫描' })])
    expect(own({ text: 'Delivered', source: 'dhl', sourceCode: 'ZZ' })).toMatchObject({
      state: '',
      rule: { by: 'code' },
    })
    expect(own({ text: 'Delivered', source: 'ups', sourceCode: 'ZZ' }).state).toBe('delivered')
    expect(own({ text: '到仓 深圳 扫描', source: '', sourceCode: '' }).state).toBe('arrived')
  })
})

const folder = new URL('../../../../shared/data/tracking/', import.meta.url)

const rows = (file: string) => csvRecords(fileURLToPath(new URL(file, folder)))

/** What the unified words of those files may mean to us. What only says that it is under way is 'picked up' at least. */
const ours: Record<string, readonly string[]> = {
  created: [''],
  invalid_number: [''],
  expired: [''],
  cancelled: [''],
  info_received: ['booked'],
  pending: ['booked', ''],
  picked_up: ['picked_up'],
  in_transit: ['picked_up', 'export_cleared', 'departed', 'arrived', 'import_cleared'],
  customs: ['', 'arrived'],
  customs_hold: ['import_hold'],
  on_hold: ['', 'import_hold', 'attempt_failed'],
  exception: ['', 'import_hold', 'attempt_failed', 'at_pickup_point', 'damaged', 'lost'],
  delivery_delayed: ['', 'attempt_failed'],
  delivery_failed: ['attempt_failed', 'returning', 'returned', 'damaged', ''],
  attempt_failed: ['attempt_failed'],
  out_for_delivery: ['out_for_delivery'],
  ready_for_pickup: ['at_pickup_point'],
  delivered: ['delivered'],
  returning: ['returning'],
  return_to_sender: ['returning'],
  returned: ['returned'],
  lost: ['lost', 'destroyed'],
}

const sources: Record<string, string> = {
  ...{ australiapost: 'australia_post', canadapost: 'canada_post', laposte: 'la_poste', postat: 'austrian_post' },
}

describe.skipIf(!existsSync(folder))('facts of the reference files (skipped where they are not there)', () => {
  test('AfterShip, 17TRACK and UPU, row by row', () => {
    const all = [
      ...rows('aftership_tags.csv').map((row) => ({ code: row.tag, unified: row.unified_status, source: 'aftership' })),
      ...rows('aftership_subtags.csv').map((row) => ({
        code: row.subtag,
        unified: row.unified_status,
        source: 'aftership',
      })),
      ...rows('track17_statuses.csv').map((row) => ({
        code: row.sub_status,
        unified: row.unified_status,
        source: '17track',
      })),
      ...rows('upu_emsevt_events.csv').map((row) => ({ code: row.code, unified: row.unified_status, source: 'upu' })),
    ]
    expect(all.length).toBeGreaterThan(90)
    const wrong = all.filter(({ code = '', unified = '', source }) => {
      const isAllowed = (ours[unified] ?? []).includes(stateOf('', source, code))
      // A tag alone says less than its sub-tags do.
      return !isAllowed && !(unified === 'customs' && stateOf('', source, code) === 'picked_up')
    })
    expect(wrong).toEqual([])
  })

  test('the words of those codes are read as the code is, or say less', () => {
    const messages = [
      ...rows('aftership_subtags.csv').map((row) => [row.message, row.subtag, 'aftership']),
      ...rows('upu_emsevt_events.csv').map((row) => [row.event, row.code, 'upu']),
    ]
    const vague = ['', 'booked', 'picked_up', 'departed', 'arrived']
    const wrong = messages.flatMap(([text = '', code = '', source = '']) => {
      const said = stateOf(text)
      const coded = stateOf('', source, code)
      return said === coded || vague.includes(said) ? [] : [{ text, code, said, coded }]
    })
    expect(wrong).toEqual([])
  })

  // Of mydhl the file says 'pending' for PU and 'in transit' for RT; of dhl_express, whose codes they are, picked up and failed.
  const disputed = ['mydhl PU', 'mydhl RT']

  test('codes of carriers, row by row, where one means one thing', () => {
    const all = rows('carrier_codes_karrio.csv')
    const meanings = Map.groupBy(all, (row) => `${row.carrier} ${row.code}`)
    const wrong = all.flatMap(({ carrier = '', code = '', karrio_status: unified = '' }) => {
      const isDouble = new Set(meanings.get(`${carrier} ${code}`)?.map((row) => row.karrio_status)).size > 1
      const state = stateOf('', sources[carrier] ?? carrier, code)
      const isDisputed = disputed.includes(`${carrier} ${code}`)
      return isDouble || isDisputed || (ours[unified] ?? []).includes(state) ? [] : [{ carrier, code, unified, state }]
    })
    expect(wrong).toEqual([])
    expect(all.length).toBe(749)
  })
})
