// The words of the sample company, as shipped.

import type { SampleWords } from '#main/domain/sample/sample-words.ts'
import carriers from '#resources/sample/carriers.json' with { type: 'json' }
import countries from '#resources/sample/customers.json' with { type: 'json' }
import customsNames from '#resources/sample/customs-names.json' with { type: 'json' }
import kits from '#resources/sample/kits.json' with { type: 'json' }
import categories from '#resources/sample/products.json' with { type: 'json' }
import suppliers from '#resources/sample/suppliers.json' with { type: 'json' }

export const sampleWords: SampleWords = { categories, kits, customsNames, suppliers, carriers, countries }
