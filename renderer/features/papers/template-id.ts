// `builtin:<name>` or `own:<id>`.

/** The number of one of the user's own; NaN for one that came with the program. */
export function ownId(templateId: string): number {
  return templateId.startsWith('own:') ? Number(templateId.slice(4)) : Number.NaN
}
