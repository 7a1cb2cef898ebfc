// All pages in Chinese.
export const files = import.meta.glob<string>('./zh-CN/*.md', { query: '?raw', import: 'default', eager: true })
