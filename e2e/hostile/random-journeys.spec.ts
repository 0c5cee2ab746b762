import { expect, test } from '@playwright/test'
import { newVisitor } from '../../bench/visitor'
import type { Reply, Visitor } from '../../bench/visitor'
import { forces } from '@/lib/force/forces'
import type { Answers, ResolvedQuestion } from '@/lib/journey/definition'
import { parseStep, readFields } from '@/lib/journey/read'
import { leadFrom, walk } from '@/lib/journey/walk'
import { findJourney } from '@/lib/journeys/find-journey'
import { scenarios } from '../factories/scenarios'
import { count, isFull } from './figures'
import { numbersFrom } from './sets/cross'
import { writtenValues } from './sets/hostile-values'
import { tokenOf } from './wire/html'
import { faultOf } from './wire/judge'
import { bodyOf, fieldsOf } from './wire/steps'
import { inTurns } from './wire/visitors'

const journeys = isFull ? 400 : 12
const acts = 60
const known = scenarios.filter(({ journey }) => journey === 'report')
const report = findJourney('report')
const force = forces.hertfordshire

/** Somebody who does anything in any order, in one browser with many tabs, and what must be so of their report. */
class Wanderer {
  /** What the product must hold to have been answered, by its own rules. */
  private answers: Answers = {}
  private readonly references = new Map<string, Set<string>>()
  private readonly random: () => number
  readonly faults: string[] = []
  readonly visitor: Visitor

  constructor(origin: string, seed: number) {
    this.random = numbersFrom(seed)
    this.visitor = newVisitor(origin)
  }

  private pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.random() * list.length)]
    if (one === undefined) throw new Error('Nothing to choose from.')
    return one
  }

  private look(what: string, reply: Reply): Reply {
    const fault = faultOf(reply)
    if (fault !== null) this.faults.push(`${what}: ${fault}`)
    return reply
  }

  private walked() {
    if (report === undefined || force === undefined) throw new Error('There is no report.')
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date())
    return { today, ...walk(report, this.answers, { force, channel: 'online', today }) }
  }

  /** Posts a step: the next, an earlier one, or any; with good answers, hostile ones or none. */
  private async answer(): Promise<void> {
    const { visits, frontier, today } = this.walked()
    const slugs = (report?.steps ?? []).map(({ slug }) => slug)
    const slug = this.random() < 0.75 && frontier !== null ? frontier.slug : this.pick(slugs)
    const form = this.form(slug)
    const reply = this.look(slug, await this.visitor.post(`/report/${slug}/answer`, form))
    const place = reply.location.replace(/[?#].*/u, '').replace('/report/', '')
    const end = visits.findIndex(({ step }) => step === frontier)
    const reached = end === -1 ? visits : visits.slice(0, end + 1)
    const open = reached.find(({ step }) => step.slug === slug)
    if (open === undefined) {
      this.expectPlace(`${slug}, which is not reached`, place, frontier?.slug ?? 'check')
      return
    }
    const parsed = parseStep(open.questions, readFields(open.questions, form), today)
    if (parsed.ok) this.take(open.questions, parsed.answers)
    else this.expectPlace(`${slug} with something wrong`, place, slug)
  }

  private expectPlace(what: string, place: string, expected: string): void {
    if (place !== expected) this.faults.push(`${what} led to ${place} in place of ${expected}`)
  }

  private take(questions: readonly ResolvedQuestion[], answers: Answers): void {
    const isLeft = leadFrom(questions, answers)?.to === 'away'
    this.answers = isLeft ? {} : { ...this.answers, ...answers }
  }

  private form(slug: string): URLSearchParams {
    const step = report?.steps.find((one) => one.slug === slug)
    const good = this.pick(known).fields
    if (step === undefined || this.random() < 0.7) return bodyOf(good)
    return bodyOf(
      good,
      Object.fromEntries(fieldsOf(step).map(({ name }) => [name, this.pick(writtenValues).slice(0, 3_000)])),
    )
  }

  /** The check page is there exactly when nothing is open; what it would send is sent, perhaps many times at once. */
  private async send(): Promise<void> {
    const { frontier } = this.walked()
    const page = this.look('check', await this.visitor.get('/report/check'))
    if ((page.status === 200) !== (frontier === null))
      this.faults.push(`check page ${String(page.status)} with ${frontier?.slug ?? 'nothing'} open`)
    const shown = tokenOf(page.body)
    const token =
      this.random() < 0.8
        ? (shown ?? this.pick(['', 'x', ...this.references.keys()]))
        : this.pick(writtenValues)
    const tabs = Array.from({ length: this.pick([1, 2, 5]) })
    const body = new URLSearchParams({ token })
    const replies = await Promise.all(tabs.map(() => this.visitor.post('/report/check/send', body)))
    for (const reply of replies) this.look('send', reply)
    if (replies.some(({ location }) => location.endsWith('/sent'))) await this.noteSent(token)
    if (token === shown) this.answers = {}
  }

  private async noteSent(token: string): Promise<void> {
    const sent = this.look('sent', await this.visitor.get('/report/sent'))
    const reference = /\bHC-[0-9A-Z]{4}-[0-9A-Z]{4}\b/u.exec(sent.body)?.[0] ?? 'none'
    this.references.set(token, (this.references.get(token) ?? new Set()).add(reference))
  }

  /** Two tabs answer the same step in the same moment. */
  private async twice(): Promise<void> {
    const { visits } = this.walked()
    const first = visits[0]?.step.slug ?? 'role'
    const form = bodyOf(this.pick(known).fields)
    const replies = await Promise.all([1, 2].map(() => this.visitor.post(`/report/${first}/answer`, form)))
    for (const reply of replies) this.look('twice', reply)
    const { today } = this.walked()
    const questions = visits[0]?.questions ?? []
    const parsed = parseStep(questions, readFields(questions, form), today)
    if (parsed.ok) this.answers = { ...this.answers, ...parsed.answers }
  }

  private async read(): Promise<void> {
    const path = this.pick([
      '/',
      '/report',
      '/report/what',
      '/report/contact',
      '/report/sent',
      '/start',
      '/cy/report/role',
      '/liaison/reason',
      '/follow-up/status',
      '/equality/about-you',
      '/report/nothing',
    ])
    this.look(path, await this.visitor.get(path))
  }

  private async leave(): Promise<void> {
    this.look('exit', await this.visitor.get('/exit'))
    this.answers = {}
  }

  async wander(): Promise<void> {
    await this.answerFirst()
    for (let act = 1; act < acts; act += 1) {
      const chance = this.random()
      if (chance < 0.72) await this.answer()
      else if (chance < 0.82) await this.read()
      else if (chance < 0.9) await this.send()
      else if (chance < 0.98) await this.twice()
      else await this.leave()
      if (Object.keys(this.answers).length === 0) await this.answerFirst()
    }
    for (const [token, references] of this.references)
      if (references.size > 1)
        this.faults.push(`token ${token.slice(0, 8)} made ${[...references].join(', ')}`)
  }

  /** Without a first answer nothing is held yet. */
  private async answerFirst(): Promise<void> {
    const form = bodyOf(this.pick(known).fields)
    this.look('role', await this.visitor.post('/report/role/answer', form))
    this.answers = { role: form.get('role') ?? '' }
  }
}

test(`${String(journeys)} random journeys end in no error, no lost answer and no case too many`, async ({
  baseURL,
}) => {
  test.setTimeout(isFull ? 3_600_000 : 180_000)
  const faults: string[] = []
  const seeds = Array.from({ length: journeys }, (_, seed) => seed + 1)
  await inTurns(
    4,
    seeds.map((seed) => async () => {
      const wanderer = new Wanderer(baseURL ?? '', seed)
      await wanderer.wander()
      faults.push(...wanderer.faults.map((fault) => `journey ${String(seed)}: ${fault}`))
    }),
  )
  count('random journeys', journeys)
  count('steps of random journeys', journeys * acts)
  count('server errors', faults.filter((fault) => fault.includes('status 5')).length)
  expect(faults.slice(0, 20)).toEqual([])
})
