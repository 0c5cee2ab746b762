import { expect } from '@playwright/test'
import { newVisitor } from '../../../bench/visitor'
import type { Visitor } from '../../../bench/visitor'
import { send, sendForm } from '../../../bench/journey'
import type { FieldValues } from '@/lib/journey/view'
import { scenarios } from '../../factories/scenarios'
import type { Scenario } from '../../factories/scenarios'
import { asOwner } from '../../factories/staff-accounts'
import { walkTo } from './steps'

/** Something that was sent: whose browser sent it, and what they were shown. */
export interface SentCase {
  readonly visitor: Visitor
  readonly reference: string
  /** As shown, with dashes; empty where none was wanted. */
  readonly code: string
}

/** A scenario by its journey and how its person may be reached. */
export function scenarioOf(
  journey: Scenario['journey'],
  contact: 'plan' | 'code-only' | 'anonymous',
): Scenario {
  const found = scenarios.find((one) => one.journey === journey && one.fields.contactChoice === contact)
  if (found === undefined) throw new Error(`No scenario of ${journey} with ${contact}.`)
  return found
}

/** Sends a scenario with some fields given otherwise, as a visitor of its own, who looks at the check page before. */
export async function sendCase(
  origin: string,
  scenario: Scenario,
  others: FieldValues = {},
  atCheck: (page: string) => void = () => undefined,
): Promise<SentCase> {
  const visitor = newVisitor(origin)
  const given = { ...scenario, fields: { ...scenario.fields, ...others } }
  const last = await walkTo(visitor, given, () => false)
  expect(last).toBe('check')
  const check = `/${scenario.journey}/check`
  atCheck((await visitor.get(check)).body)
  await send(visitor, check, await sendForm(visitor, check))
  const { body } = await visitor.get(`/${scenario.journey}/sent`)
  const reference = /\b(?:HC|LR)-[0-9A-Z]{4}-[0-9A-Z]{4}\b/u.exec(body)?.[0] ?? ''
  expect(reference).not.toBe('')
  return { visitor, reference, code: /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){4}\b/u.exec(body)?.[0] ?? '' }
}

/** Has a supervisor say why they open a case, which they then may act on. */
export async function sayWhyOnWire(staff: Visitor, reference: string): Promise<void> {
  const form = new URLSearchParams({ reason: 'supervision' })
  const { location } = await staff.post(`/staff/cases/${reference}/reason`, form)
  expect(location).toBe(`/staff/cases/${reference}`)
}

/** The version a case's forms would be posted with now, for a supervisor who opens it. */
export async function versionOf(staff: Visitor, reference: string): Promise<string> {
  await sayWhyOnWire(staff, reference)
  const { body } = await staff.get(`/staff/cases/${reference}`)
  return /name="version" value="(\d+)"/u.exec(body)?.[1] ?? '1'
}

/** The same, without a look at the case, which takes the longer the more was written on it. */
export async function versionNow(reference: string): Promise<string> {
  return asOwner(async (database) => {
    const { rows } = await database.query<{ version: number }>(
      'SELECT version FROM "case" WHERE reference = $1',
      [reference],
    )
    return String(rows[0]?.version ?? 1)
  })
}
