/** Weaker rules that say nothing new beside a stronger one that was raised for the same facts. */
const implied: Readonly<Record<string, readonly string[]>> = {
  'danger-near': ['suspect-near'],
  'injured-recently': ['injury'],
  'weapon-recently': ['weapon'],
  'threats-near': ['threats', 'suspect-near'],
  'afraid-near': ['afraid-to-go-home', 'suspect-near'],
  'close-and-afraid': ['close', 'afraid-to-go-home'],
  'close-and-harm': ['close'],
  'close-and-dependent': ['close', 'dependent'],
  'close-and-outing': ['close', 'threat-to-out'],
  'worse-near': ['getting-worse', 'suspect-near'],
  'several-near': ['several-people', 'suspect-near'],
}

/** The rules to tell of a case, in the same order: those that a stronger one among them says already are left away. */
export function shownRules(rules: readonly string[]): readonly string[] {
  const said = new Set(rules.flatMap((rule) => implied[rule] ?? []))
  return rules.filter((rule) => !said.has(rule))
}
