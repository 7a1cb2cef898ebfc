// Random input for a procedure, made from its own schema so that it goes deep: mostly of the right shape, with values that
// are edges, and now and then something that fits nowhere.
import type { z } from 'zod'

type Random = () => number

/** What the generator draws from beside its own edges: ids, words and days that the book under test holds. */
export type Known = { ids: readonly number[]; words: readonly string[] }

type Definition = {
  type: string
  shape?: Record<string, z.ZodType>
  element?: z.ZodType
  items?: z.ZodType[]
  options?: z.ZodType[]
  innerType?: z.ZodType
  in?: z.ZodType
  keyType?: z.ZodType
  valueType?: z.ZodType
  entries?: Record<string, string | number>
  values?: unknown[]
}

const edgeNumbers = [0, 1, -1, 2, 0.5, 1e-9, 2 ** 31, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e308, 536_870_913, 100, 12]
const edgeTexts = [
  ...[
    '',
    ' ',
    'A',
    'a,b',
    "'; DROP TABLE products; --",
    '<script>alert(1)</script>',
    '=1+1',
    '@SUM(A1)',
    '%',
    '_',
    '\\',
  ],
  ...[
    '\u202egnp.exe',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\r\n',
    '🧺',
    '中文',
    'é',
    'e\u0301',
    '[]',
    '{}',
    'null',
    '__proto__',
  ],
  ...[
    '2026-11-22',
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
    '12.50',
    '-3',
    '1e9',
    '0.0000001',
    'USD',
    'EUR',
    'JPY',
    'XYZ',
  ],
  ...['CN', 'DE', 'en', 'zh-CN', 'mei@example.com', '+86 138 0013 8000', '4006381333931', 'constructor', 'name', 'sku'],
]
const strangers: readonly unknown[] = [null, [], {}, '', 0, true, [[]], { __proto__: null }, 'x'.repeat(100_000)]

/** A value for the schema; `undefined` where it is left out. */
export function randomInput(schema: z.ZodType, random: Random, known: Known, depth = 0): unknown {
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)]
  const inner = (next: z.ZodType | undefined) => (next ? randomInput(next, random, known, depth + 1) : undefined)
  if (random() < 0.01) return pick(strangers)
  const definition = (schema as unknown as { _zod: { def: Definition } })._zod.def
  switch (definition.type) {
    case 'object':
      return Object.fromEntries(Object.entries(definition.shape ?? {}).map(([key, field]) => [key, inner(field)]))
    case 'array':
      return depth > 8 ? [] : Array.from({ length: Math.floor(random() ** 3 * 6) }, () => inner(definition.element))
    case 'tuple':
      return (definition.items ?? []).map(inner)
    case 'union':
      return inner(pick(definition.options ?? []))
    case 'optional':
    case 'default':
    case 'prefault':
      return random() < 0.5 ? undefined : inner(definition.innerType)
    case 'nullable':
      return random() < 0.4 ? null : inner(definition.innerType)
    case 'pipe':
      return inner(definition.in)
    case 'record':
      return Object.fromEntries(
        Array.from({ length: Math.floor(random() * 3) }, () => [
          `${JSON.stringify(inner(definition.keyType) ?? '')}`.slice(1, -1),
          inner(definition.valueType),
        ]),
      )
    case 'literal':
      return pick(definition.values ?? [])
    case 'enum':
      return pick(Object.values(definition.entries ?? {}))
    case 'boolean':
      return random() < 0.5
    case 'number':
      return random() < 0.6 ? pick(known.ids) : pick(edgeNumbers)
    case 'string':
      return random() < 0.3 ? pick(known.words) : pick(edgeTexts)
    default:
      return pick([...edgeTexts, ...edgeNumbers, null])
  }
}
