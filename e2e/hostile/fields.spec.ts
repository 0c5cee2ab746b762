import { expect, test } from '@playwright/test'
import { newVisitor } from '../../bench/visitor'
import type { Visitor } from '../../bench/visitor'
import { cleanLine, cleanText } from '@/lib/journey/clean-text'
import { isFull } from './figures'
import { everyNth, writtenValues } from './sets/hostile-values'
import { typedIn } from './wire/html'
import { Judge } from './wire/judge'
import { bodyOf, metSteps, walkTo } from './wire/steps'
import type { Field, MetStep } from './wire/steps'
import { inTurns } from './wire/visitors'

const values = isFull ? writtenValues : everyNth(writtenValues, 40)
const atOnce = 6
/** Every so many posts the page is looked at, to see that what was typed is still there. */
const looks = 7

/** For each field another value; those of known words now and then get one of them, so that the rest can be taken. */
function hostileForm(fields: readonly Field[], turn: number): Readonly<Record<string, string>> {
  const isKnown = ({ kind }: Field) => kind === 'radios' || kind === 'checkboxes'
  const chosen = turn % 2 === 0 ? fields : fields.filter((field) => !isKnown(field))
  return Object.fromEntries(
    chosen.map(({ name }, index) => [name, values[(turn + index) % values.length] ?? '']),
  )
}

async function lookBack(
  visitor: Visitor,
  base: string,
  { slug, fields }: MetStep,
  sent: Readonly<Record<string, string>>,
  judge: Judge,
) {
  const page = await visitor.get(`${base}/${slug}`)
  judge.look(`page of ${slug}`, 0, page)
  if (page.status !== 200) judge.faults.push(`page of ${slug}: status ${String(page.status)}`)
  for (const { name, kind, multiline } of fields) {
    const shown = typedIn(page.body, name)
    const given = sent[name]
    if (kind !== 'text' || shown === null || given === undefined) continue
    if (shown !== (multiline ? cleanText(given) : cleanLine(given)))
      judge.faults.push(
        `${slug} does not keep what was typed in ${name}: ${JSON.stringify(given).slice(0, 100)}`,
      )
  }
}

async function hammer(origin: string, base: string, met: MetStep, judge: Judge): Promise<void> {
  const visitor = newVisitor(origin)
  await walkTo(visitor, met.scenario, (slug) => slug === met.slug)
  for (let turn = 0; turn < values.length; turn += 1) {
    const sent = hostileForm(met.fields, turn)
    const body = bodyOf(turn % 2 === 0 ? {} : met.scenario.fields, sent)
    const reply = await visitor.post(`${base}/${met.slug}/answer`, body)
    judge.look(`${met.slug} ${String(turn)}`, Object.keys(sent).length, reply)
    if (![303, 413].includes(reply.status)) judge.faults.push(`${met.slug}: status ${String(reply.status)}`)
    if (turn % looks === 0) await lookBack(visitor, base, met, sent, judge)
  }
}

for (const journey of ['report', 'liaison'] as const) {
  test(`hostile values through every field of ${journey} make no server error and stay as they were typed`, async ({
    baseURL,
  }) => {
    test.setTimeout(isFull ? 3_600_000 : 180_000)
    const origin = baseURL ?? ''
    const judge = new Judge()
    const steps = await metSteps(origin, journey)
    expect(steps.length).toBeGreaterThan(10)
    await inTurns(
      atOnce,
      steps.map((met) => () => hammer(origin, `/${journey}`, met, judge)),
    )
    judge.close()
  })
}
