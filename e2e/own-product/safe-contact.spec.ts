import { expect, type Browser, type Page } from '@playwright/test'
import { forbiddenIn } from '@/lib/domain/outbound/check-words'
import { officerOnShift } from '../factories/officer-on-shift'
import { runOutbox } from '../factories/run-outbox'
import { sendReport } from '../fixtures/send-journey'
import { newStaff } from '../factories/staff-accounts'
import type { StaffAccount } from '../factories/staff-accounts'
import { expectAccessible, expectNoSidewaysScroll } from '../fixtures/axe'
import { openCase } from '../fixtures/desk'
import { atTime, senders, test, textSender, textTemplate } from '../fixtures/own-product'
import type { OwnProduct } from '../fixtures/own-product'
import { codeNow, signIn } from '../fixtures/people'

// One story: each chapter goes on where the one before ended.
test.describe.configure({ mode: 'serial' })

/** As it is typed, and as whoever sends texts is told of it. */
const number = '07700 900461'
const sentTo = '+447700900461'
const ofThemselves = 'I am a trans woman'
const evenings = {
  ...{ contactChoice: 'plan', safeWays: ['text'], othersSee: 'yes', phone: number, contactWhen: 'only-at' },
  ...{ contactDays: [], contactHours: ['18-20', '20-22'], contactTimes: '', maySay: 'neutral' },
  ...{
    coverStory: '',
    identityWords: ofThemselves,
    wantsOfficer: 'yes',
    languages: ['cy'],
    returnCode: 'yes',
  },
}
const letter = 'Hello. Could you ring me when you have a quiet moment? Thank you.'
const notice = 'Hello. There is something new for you to read, where you looked before.'
const told = {
  officer: 'I can come to the café by the library on Friday at seven.',
  reporter: 'Friday at seven is good.\nPlease do not come to the house.',
  answer: 'I will not. See you on Friday.',
  agreed: 'Meet me in the café, and ring my landlord about the lock.',
}

const story = { reference: '', code: '' }
let late: StaffAccount
let reporter: Page
let desk: Page

/** Another browser, at the product of these tests. */
async function open(browser: Browser, { url }: OwnProduct, isDesk: boolean): Promise<Page> {
  const viewport = isDesk ? { width: 1440, height: 900 } : { width: 390, height: 844 }
  const context = await browser.newContext({ baseURL: url, javaScriptEnabled: isDesk, viewport })
  return context.newPage()
}

/** Signs in with password and the code of that hour, as people do. */
async function enter(page: Page, { email }: StaffAccount, { clock }: OwnProduct): Promise<void> {
  await page.context().clearCookies()
  await signIn(page, email, codeNow(clock.now()))
  await expect(page).toHaveURL(/\/staff$/u)
}

const act = (name: string) => desk.locator(`form[action$="/${name}"]`)
const press = (button: string, name: string) =>
  Promise.all([desk.waitForEvent('load'), act(name).getByRole('button', { name: button }).click()])

/** The lines of every letter that staff have had. */
function lettersTo({ email }: StaffAccount, { mail }: OwnProduct): readonly string[] {
  return mail.letters.filter(({ to }) => to === email).map(({ raw }) => raw.replaceAll('=\r\n', ''))
}

/** A letter to somebody at the desk says this of the case, and no letter more than which reference and why. */
async function expectWritten(to: StaffAccount, why: string, product: OwnProduct): Promise<void> {
  const line = `${story.reference}: ${why}`
  await expect
    .poll(() => lettersTo(to, product).filter((raw) => raw.includes(`\r\n${line}\r\n`)).length, {
      timeout: 120_000,
    })
    .toBe(1)
  for (const raw of lettersTo(to, product)) {
    const [head = '', ...parts] = raw.split('\r\n\r\n')
    expect(head).toContain(`From: ${senders.staff}`)
    expect(head).toMatch(/^Subject: (?:Something|\d+ things) at the desk$/mu)
    const lines = parts.join('\r\n').trim().split('\r\n')
    expect(lines.pop()).toBe(`Sign in to see more: ${product.url}/staff`)
    for (const one of lines)
      expect(one).toMatch(
        /^(?:[A-Z]{2}-[0-9A-Z]{4}-[0-9A-Z]{4}: (?:you are asked to take it|a message waits for you|late|due soon))?$/u,
      )
  }
}

/** What went out as texts, in their order. */
const textsOf = ({ texts }: OwnProduct) =>
  texts.taken.map(({ body }) => (body.personalisation as { readonly message: string }).message)

/** Whoever picks up that phone learns nothing from what is on it, nor does the provider from what it was given. */
function expectNothingTold(product: OwnProduct): void {
  const { reference, code } = story
  const against = { neutral: true, languages: ['en', 'cy'], names: ['Hertfordshire Constabulary'] }
  for (const text of textsOf(product))
    expect(forbiddenIn(text, { ...against, own: [ofThemselves], reference })).toEqual([])
  const everything = JSON.stringify(product.texts.taken)
  for (const secret of [reference, code, ofThemselves, ...Object.values(told)])
    expect(everything).not.toContain(secret)
  expect(new Set(product.texts.taken.map(({ body }) => body.phone_number))).toEqual(new Set([sentTo]))
}

test.afterAll(async () => {
  for (const page of [reporter, desk]) await page.context().close()
})

test('at a quarter to three somebody reports: texts alone, neutral, after six. The officer of the late shift is asked', async ({
  browser,
  product,
}) => {
  const languages = ['en', 'cy']
  const early = await officerOnShift(atTime('08:00'), atTime('16:00'), languages)
  late = await officerOnShift(atTime('14:00'), atTime('22:00'), languages)
  desk = await open(browser, product, true)
  await enter(desk, late, product)
  await desk.goto('/staff/account')
  await desk.locator('[name="letters"][value="each"]').check()
  await Promise.all([
    desk.waitForEvent('load'),
    desk.locator('form[action$="/account/letters"] button').click(),
  ])

  reporter = await open(browser, product, false)
  story.reference = await sendReport(reporter, evenings)
  story.code = await reporter
    .getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/u)
    .first()
    .innerText()
  await expectNoSidewaysScroll(reporter)

  await expectWritten(late, 'you are asked to take it', product)
  expect(lettersTo(early, product).join()).not.toContain(story.reference)
  await desk.goto('/staff')
  await expect(desk.locator('#asked').getByRole('link', { name: story.reference })).toBeVisible()
})

test('at three a call is withheld, a text that tells too much is stopped, and what may be sent waits until six', async ({
  product,
}) => {
  product.clock.goTo(atTime('15:00'))
  await enter(desk, late, product)
  await desk.goto(`/staff/cases/${story.reference}`)
  await Promise.all([
    desk.waitForEvent('load'),
    desk.locator('#asked').getByRole('button', { name: 'Take it' }).click(),
  ])
  await openCase(desk, story.reference)
  await expect(desk.locator('[data-not-safe]')).toContainText(/^Not safe to call/u)
  await expect(desk.getByText('Kept back: not safe', { exact: true })).toBeVisible()
  expect(await (await desk.request.get(`/staff/cases/${story.reference}`)).text()).not.toMatch(/900 ?461/u)
  await expectAccessible(desk)

  await desk.getByText('Write a text or an e-mail').click()
  await expect(act('letter')).toContainText(/By text\s+waits until .*18:00/u)
  await act('letter').locator('textarea').fill(`Hello from the p0lice, about ${story.reference}`)
  await press('Send it', 'letter')
  await expect(desk.locator('[data-found-words]')).toContainText('p0lice')
  await expect(act('letter').locator('textarea')).toHaveValue(/p0lice/u)
  await act('letter').locator('textarea').fill('')
  await act('letter').getByLabel(letter).check()
  await press('Send it', 'letter')
  await expect(desk.locator('[data-outbound="waiting"]')).toContainText(/18:00/u)

  await desk.getByText(/send a message they can read/iu).click()
  await act('message').locator('textarea').fill(told.officer)
  await press('Leave the message', 'message')
  await expect(desk.locator('[data-message="staff"]')).toContainText(told.officer)
  await expect(desk.locator('[data-outbound="waiting"]')).toHaveCount(2)
  await expectAccessible(desk)

  await runOutbox()
  product.clock.goTo(atTime('17:55'))
  await runOutbox()
  expect(product.texts.taken).toEqual([])
})

test('after six the two texts go out, word for word, and arrive', async ({ product }) => {
  const { clock, texts } = product
  clock.goTo(atTime('18:05'))
  await runOutbox()
  const taken = texts.taken.map(({ path, body }) => ({ path, ...body }))
  const sent = (message: string) => ({
    ...{ path: '/v2/notifications/sms', phone_number: sentTo, template_id: textTemplate },
    ...{ sms_sender_id: textSender, reference: expect.stringMatching(/^[0-9a-f-]{36}$/u) },
    personalisation: { message },
  })
  expect(taken).toHaveLength(2)
  expect(taken).toEqual(expect.arrayContaining([sent(letter), sent(notice)]))
  expectNothingTold(product)

  texts.status = 'delivered'
  clock.goTo(atTime('18:08'))
  await enter(desk, late, product)
  // The provider is asked each minute what became of them.
  await expect(async () => {
    await openCase(desk, story.reference)
    await expect(desk.locator('[data-outbound="delivered"]')).toHaveCount(2, { timeout: 2_000 })
  }).toPass({ timeout: 120_000 })
})

test('the reporter comes back with the code and answers; both agree on what is to happen', async ({
  product,
}) => {
  await reporter.goto('/follow-up')
  await reporter.locator('[name="code"]').fill(story.code)
  await reporter.getByRole('main').getByRole('button').first().click()
  await expect(reporter.locator('[data-message="staff"]')).toContainText(told.officer)
  await reporter.locator('[name="message"]').fill(told.reporter)
  await reporter.locator('form[action$="/message"] button').click()
  await expect(reporter.locator('[data-message="reporter"]')).toContainText(
    'Please do not come to the house.',
  )
  await expectNoSidewaysScroll(reporter)
  await expectWritten(late, 'a message waits for you', product)

  await openCase(desk, story.reference)
  await expect(desk.locator('[data-message="reporter"]')).toContainText('Friday at seven is good.')
  await desk.getByText('Write down what was agreed', { exact: true }).click()
  await act('agree').locator('textarea').fill(told.agreed)
  await press('Keep it', 'agree')
  await expect(desk.locator('[data-agreement="holds"]')).toContainText(told.agreed)
  await desk.getByText(/send a message they can read/iu).click()
  await act('message').locator('textarea').fill(told.answer)
  await press('Leave the message', 'message')
  await expectAccessible(desk)
  // At this hour it may be said at once that there is something new.
  await runOutbox()
  expect(textsOf(product).toSorted()).toEqual([letter, notice, notice])

  await reporter.goto('/follow-up/status')
  await expect(reporter.locator('[data-message="staff"]').filter({ hasText: told.answer })).toBeVisible()
  await expect(reporter.locator('#agreed')).toContainText(told.agreed)
  await expect(reporter.locator('#agreed').getByRole('button')).toHaveCount(0)
})

test('the case is closed, the reporter says that it did not happen, and a supervisor is told, not the officer alone', async ({
  browser,
  product,
}) => {
  await openCase(desk, story.reference)
  // It is of high risk: of that, two people close it.
  await desk.locator('summary', { hasText: 'Close' }).first().click()
  await act('close').locator('[name="disposition"]').selectOption('advice')
  await act('close').locator('[name="reason"]').fill('All that was agreed is done.')
  await press('Ask for approval', 'close')
  const supervisor = await newStaff('supervisor')
  const office = await open(browser, product, true)
  await enter(office, supervisor, product)
  await openCase(office, story.reference)
  const asked = office.locator('section').filter({ hasText: 'Closing is asked for' })
  await asked.getByLabel('Why do you decide so?').fill('I have read it.')
  await Promise.all([
    office.waitForEvent('load'),
    asked.getByRole('button', { name: 'Approve, and close it' }).click(),
  ])
  // They are asked something, so they are told that there is something new.
  await runOutbox()
  expect(textsOf(product).toSorted()).toEqual([letter, notice, notice, notice])

  await reporter.goto('/follow-up/status')
  const answers = reporter.locator('#agreed').getByRole('button')
  await expect(answers).toHaveText(['Yes, it happened', 'No, it did not happen'])
  expect(await answers.first().getAttribute('class')).toBe(await answers.last().getAttribute('class'))
  await answers.last().click()
  await expect(reporter.locator('#agreed')).toContainText(
    'A supervisor has been told, and not only the officer who had it.',
  )

  await office.goto('/staff')
  await expect(office.locator(`[data-escalation="${story.reference}"]`)).toContainText(
    /not what was agreed/iu,
  )
  await expectAccessible(office)
  await openCase(office, story.reference)
  await expect(office.locator('[data-agreement="holds"]')).toContainText('They say that it did not happen.')
  await expect(office.locator('form[action$="/settle"]')).toHaveCount(1)
  await office.context().close()

  await desk.goto('/staff')
  await expect(desk.locator('[data-escalation]')).toHaveCount(0)
  await desk.goto(`/staff/cases/${story.reference}`)
  await expect(desk.locator('form[action$="/settle"]')).toHaveCount(0)
  await runOutbox()
  expect(product.texts.taken).toHaveLength(4)
  expectNothingTold(product)
})
