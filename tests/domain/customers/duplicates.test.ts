import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateGroups } from '#main/domain/customers/duplicate-groups.ts'
import { isWithinEdits } from '#main/domain/customers/edit-distance.ts'
import { likeness } from '#main/domain/customers/likeness.ts'
import { type PartyTraits, partyKeys } from '#main/domain/customers/party-keys.ts'

const party = (traits: Partial<PartyTraits>) =>
  partyKeys({ kind: '', country: '', names: [], taxNumbers: [], emails: [], phones: [], addresses: [], ...traits })
const named = (name: string, traits: Partial<PartyTraits> = {}) => party({ names: [name], ...traits })
const all = { leastPercent: 65, areDistinct: () => false }

describe('one way of writing', () => {
  test.each([
    ['Müller GmbH', 'Mueller'],
    ['Müller GmbH & Co. KG', 'MÜLLER GMBH'],
    ['Smith, John', 'John Smith'],
    ['宁波林氏贸易有限公司', '宁波林氏贸易'],
    ['Nordlicht Handel', 'nordlicht  handel ltd.'],
  ])('the name %s is %s', (one, other) => {
    expect(likeness(named(one), named(other)).reasons).toEqual(['name'])
  })

  test.each([
    [{ phones: ['+49 (0)30 1234567'] }, { phones: ['030 1234567'] }, 'phone'],
    [{ phones: ['+86 138 0013 8000'] }, { phones: ['13800138000'] }, 'phone'],
    [{ emails: ['Jo.Doe+shop@googlemail.com'] }, { emails: ['jodoe@gmail.com'] }, 'email'],
    [{ taxNumbers: ['DE 811.569.869'] }, { taxNumbers: ['de811569869'] }, 'tax'],
    [
      { addresses: [{ street: 'Lange Str. 5', postalCode: '10115', city: '' }] },
      { addresses: [{ street: 'Lange Straße 5', postalCode: '10 115', city: 'Berlin' }] },
      'address',
    ],
  ])('%o is %o', (one, other, reason) => {
    expect(likeness(party(one), party(other)).reasons).toEqual([reason])
  })

  test('numbers of two countries are two numbers, whatever their ends', () => {
    const austria = party({ phones: ['+43 1 555 02 21'] })
    expect(likeness(austria, party({ phones: ['00353 1 555 0221'] })).reasons).toEqual([])
    expect(likeness(austria, party({ phones: ['0043 1 5550221'] })).reasons).toEqual(['phone'])
  })

  test('what says too little is no key at all', () => {
    const empty = party({ phones: ['12345'], emails: ['nobody'], taxNumbers: ['12'], names: ['  '], addresses: [] })
    expect(empty).toMatchObject({ phones: [], emails: [], taxNumbers: [], names: [] })
    expect(likeness(empty, empty)).toEqual({ percent: 0, reasons: [] })
  })
})

describe('how sure it is', () => {
  test('more reasons make it surer, another country less sure, and people share names', () => {
    const at = (country: string) => named('Nordlicht', { country })
    expect(likeness(at('DE'), at('DE')).percent).toBe(75)
    expect(likeness(at('DE'), at('SE')).percent).toBe(38)
    const john = named('John Smith', { kind: 'person' })
    expect(likeness(john, john).percent).toBe(55)
    const phone = { phones: ['030 1234567'] }
    expect(likeness(named('Nordlicht', phone), named('Nordlicht', phone)).percent).toBe(93)
  })

  test('a slip in a name, or a name within another, is a weak reason', () => {
    expect(likeness(named('Nordlicht'), named('Nordlihct'))).toEqual({ percent: 40, reasons: ['nameLike'] })
    expect(likeness(named('Acme Tools'), named('Acme Tools Berlin'))).toEqual({ percent: 40, reasons: ['nameLike'] })
    expect(likeness(named('Acme'), named('Acne')).reasons).toEqual([])
  })

  test('slips are counted as they are made', () => {
    expect(isWithinEdits('kitten', 'sitting', 2)).toBe(false)
    expect(isWithinEdits('kitten', 'sitting', 3)).toBe(true)
    expect(isWithinEdits('ab', 'ba', 1)).toBe(true)
    expect(isWithinEdits('', 'ab', 1)).toBe(false)
    const word = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(word, word, fc.nat(12), (one, other, at) => {
        expect(isWithinEdits(one, other, 3)).toBe(isWithinEdits(other, one, 3))
        expect(isWithinEdits(one, one.slice(0, at) + one.slice(at + 1), 1)).toBe(true)
      }),
    )
  })
})

describe('groups among many', () => {
  const mail = { emails: ['a@b.example'] }

  test('records that share something are one group, the likest first; reasons are told', () => {
    const { groups } = duplicateGroups(
      [named('Acme'), named('Bergman AB'), named('Bergman'), named('Zed', mail), named('Acme Ltd', mail)],
      all,
    )
    expect(groups).toEqual([
      { members: [0, 3, 4], percent: 85, reasons: ['email', 'name'] },
      { members: [1, 2], percent: 75, reasons: ['name'] },
    ])
  })

  test('a slip is found without holding everybody against everybody', () => {
    const phone = (number: string) => ({ phones: [number], country: 'DE' })
    const { groups } = duplicateGroups(
      [
        named('Nordlicht', phone('0301234567')),
        named('Bo', phone('0405554443')),
        named('Nordlihct', phone('0301234567')),
      ],
      all,
    )
    expect(groups).toEqual([{ members: [0, 2], percent: 82, reasons: ['phone', 'nameLike'] }])
    const slips = duplicateGroups([named('Nordlicht'), named('Nordlicth')], { ...all, leastPercent: 40 })
    expect(slips.groups.map(({ reasons }) => reasons)).toEqual([['nameLike']])
  })

  test('those said to be distinct are left alone', () => {
    const areDistinct = (one: number, other: number) => one === 0 && other === 1
    expect(duplicateGroups([named('Acme'), named('Acme')], { ...all, areDistinct }).groups).toEqual([])
  })

  test('what very many share tells nobody from anybody, and is told', () => {
    const many = Array.from({ length: 40 }, () => party({ emails: ['shop@relay.example'] }))
    expect(duplicateGroups(many, all)).toEqual({ groups: [], commonValues: 1 })
  })

  test('whoever is left out of the comparison has no likeness of the asked strength by a full name, mail, phone or number', () => {
    const trait = fc.record({
      names: fc.array(fc.constantFrom('Ann Lee', 'Bo Ek', 'Cy Ltd', 'Nordlicht', 'Nordlihct'), { maxLength: 2 }),
      phones: fc.array(fc.constantFrom('0301234567', '0405554443'), { maxLength: 1 }),
      emails: fc.array(fc.constantFrom('a@b.example', 'c@d.example'), { maxLength: 1 }),
    })
    fc.assert(
      fc.property(fc.array(trait, { maxLength: 8 }), (traits) => {
        const keys = traits.map(party)
        const grouped = new Set(
          duplicateGroups(keys, all).groups.flatMap(({ members }) =>
            members.flatMap((one) => members.filter((other) => other > one).map((other) => `${one} ${other}`)),
          ),
        )
        keys.forEach((one, index) => {
          keys.forEach((other, at) => {
            if (at > index && likeness(one, other).percent >= 65) expect(grouped).toContain(`${index} ${at}`)
          })
        })
      }),
    )
  })
})
