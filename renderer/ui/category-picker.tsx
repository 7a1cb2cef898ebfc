// Chooses a category: all of them by name, or by what is typed of either name.
import { client } from '#renderer/lib/api.ts'
import { suggestRecords } from '#renderer/lib/found-record.ts'
import { useText } from '#renderer/lib/language.ts'
import { namesIn } from '#renderer/lib/names.ts'
import type { Language } from '#shared/i18n/translate.ts'
import { Picker, type PickerProps } from './picker.tsx'

export function CategoryPicker(props: Omit<PickerProps, 'suggest' | 'source'>) {
  const { t, language } = useText()
  const suggest = (text: string) =>
    text.trim() === '' ? allCategories(language) : suggestRecords({ kinds: ['category'] }, text, { t, language })
  return <Picker {...props} suggest={suggest} source={['search', 'category', language]} />
}

async function allCategories(language: Language) {
  const categories = await client.categories.list.query({})
  return categories.map(({ id, nameEn, nameZh }) => {
    const [name = '', detail = ''] = namesIn(language, nameEn, nameZh)
    return { id, name, detail }
  })
}
