// What does not go into a file, or is doubtful there, counted by its reason with the first few by name.

type Example = { shipmentId: number | null; number: string; text: string }
export type ToldApart<Reason> = { why: Reason; count: number; examples: Example[] }[]

const shownExamples = 20

export type Apart<Reason> = { add(why: Reason, example: Example): void; all(): ToldApart<Reason> }

export function toldApart<Reason>(): Apart<Reason> {
  const found = new Map<Reason, ToldApart<Reason>[number]>()
  return {
    add(why, example) {
      const reason = found.get(why) ?? { why, count: 0, examples: [] }
      reason.count += 1
      if (reason.examples.length < shownExamples) reason.examples.push(example)
      found.set(why, reason)
    },
    all: () => [...found.values()].sort((left, right) => right.count - left.count),
  }
}
