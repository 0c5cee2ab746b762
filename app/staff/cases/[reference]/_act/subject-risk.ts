/** What was answered about a real risk without what was said of the person complained of; null where nothing was. */
export function subjectRiskIn(answer: string): boolean | null {
  return answer === 'yes' || answer === 'no' ? answer === 'yes' : null
}
