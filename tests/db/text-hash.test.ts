// The hash of pieces is that of the whole, whether they are few or many.
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { textHash } from '#main/db/text-hash.ts'

test.each([
  ['nothing', []],
  ['one piece', ['["products",1,"update","{}","{}"]']],
  ['pieces', ['products\n', '1;name=‘杯子’', '\n']],
  [
    'pieces beyond what is hashed at once',
    Array.from({ length: 3000 }, (_, index) => `${index};名称='杯子 ${index}'\n`),
  ],
  ['one long piece, then a short one', ['x'.repeat(200_000), '🚢']],
])('of %s', (_, pieces) => {
  const hash = textHash()
  for (const piece of pieces) hash.update(piece)
  expect(hash.hex()).toBe(createHash('sha256').update(pieces.join('')).digest('hex'))
})
