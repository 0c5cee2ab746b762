import { statuses, type Chapter, type Requirement } from './asvs-data.ts'

const preface = `# OWASP ASVS 5.0: what is met, and what shows it

Every requirement of levels 1 and 2 of the OWASP Application Security Verification Standard 5.0.0, and 32 of level 3 that this product has set itself. What is
asked is in our own words; the wording of the standard, which is what counts, is at <https://github.com/OWASP/ASVS> (CC BY-SA 4.0). "Met" is our own
judgement, by the test that is named; nobody outside has verified it. A test holds this page to its data in \`docs/asvs\` and each named test to the
file it is in. Change the data, then \`npm run docs:asvs\`. What the words rest on is in [security.md](security.md).
`

/** The page made from the chapters, as Markdown. */
export function asvsPage(chapters: readonly Chapter[]): string {
  return [preface, countsTable(chapters), ...chapters.map(chapterSection)].join('\n')
}

/** How many requirements have each status, by level. */
export function countsTable(chapters: readonly Chapter[]): string {
  const all = chapters.flatMap(({ requirements }) => requirements)
  const head = row(['Level', ...statuses, 'all'])
  const rule = row(['---', ...statuses.map(() => '---:'), '---:'])
  const lines = [1, 2, 3].map((level) => {
    const ofLevel = all.filter((one) => one.level === level)
    const counts = statuses.map((status) => ofLevel.filter((one) => one.status === status).length)
    return row([String(level), ...counts.map(String), String(ofLevel.length)])
  })
  return `${[head, rule, ...lines].join('\n')}\n`
}

function chapterSection({ chapter, title, requirements }: Chapter): string {
  const head = [
    row(['Requirement', 'Level', 'Asks', 'Status', 'How, or what is missing', 'Shown by']),
    row(['---', '---', '---', '---', '---', '---']),
  ]
  return `## ${chapter} ${title}\n\n${[...head, ...requirements.map(requirementRow)].join('\n')}\n`
}

function requirementRow({ id, level, asks, status, how, shown }: Requirement): string {
  const named = shown.map((one) => {
    const [file = '', title] = one.split(' › ')
    return title === undefined ? `\`${file}\`` : `\`${file}\` “${title}”`
  })
  return row([id, String(level), asks, `**${status}**`, how, named.join('<br>')])
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
}
