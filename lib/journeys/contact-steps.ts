import type { Question, Step } from '@/lib/journey/definition'
import {
  asksForCode,
  goesThroughSomebody,
  hasPlan,
  isReachedOut,
  speaksForThemselves,
  mayEmail,
  mayPhone,
  mayWrite,
  needsNumber,
} from './contact-facts'
import { contactDays, contactHours } from '@/lib/domain/contact/contact-hours'
import { whoMayKnow } from '@/lib/domain/identity'

const fromExports = { hiddenFrom: ['export'] } as const
const shared = { section: 'contact', messages: 'contact' } as const

const choice = (options: readonly string[]): Step => ({
  ...shared,
  slug: 'contact',
  questions: [{ id: 'contactChoice', kind: 'radios', options }],
})

const ways: Step = {
  ...shared,
  slug: 'ways',
  when: hasPlan,
  questions: [
    {
      id: 'safeWays',
      kind: 'checkboxes',
      options: ['call', 'text', 'email', 'post', 'code', 'i-will-contact', 'trusted'],
    },
    { id: 'othersSee', about: 'reached', kind: 'radios', options: ['no', 'yes', 'not-sure'], optional: true },
  ],
}

/** Only what the chosen ways need; what they need is required, or the plan could not be kept. */
const details: readonly Question[] = [
  { id: 'name', about: 'reached', kind: 'text', maxLength: 100, optional: true, ...fromExports },
  { id: 'pronouns', about: 'reached', kind: 'text', maxLength: 50, optional: true },
  { id: 'phone', about: 'reached', kind: 'phone', when: needsNumber, ...fromExports },
  { id: 'email', about: 'reached', kind: 'email', when: mayEmail, ...fromExports },
  {
    id: 'postalAddress',
    about: 'reached',
    kind: 'text',
    maxLength: 500,
    multiline: true,
    when: mayWrite,
    ...fromExports,
  },
  {
    id: 'trustedPerson',
    about: 'another',
    kind: 'text',
    maxLength: 500,
    multiline: true,
    when: goesThroughSomebody,
    ...fromExports,
  },
]

/**
 * Who they are, in their own words: never needed, and not asked of whoever leaves no way back or speaks of somebody
 * else. What may be passed on of it is for
 * them to say (Gender Recognition Act 2004, section 22); whether they have a certificate is nobody's to ask.
 */
const identity: Step = {
  slug: 'about-you',
  section: 'identity',
  messages: 'contact',
  questions: [
    { id: 'identityWords', kind: 'text', maxLength: 500, multiline: true, optional: true, apart: true },
    { id: 'previousName', kind: 'text', maxLength: 200, optional: true, apart: true },
    { id: 'mayKnow', kind: 'radios', options: whoMayKnow, optional: true },
  ],
}

const times: Step = {
  ...shared,
  slug: 'times',
  when: isReachedOut,
  questions: [
    { id: 'contactWhen', kind: 'radios', options: ['any-time', 'only-at'], optional: true },
    {
      id: 'voicemail',
      kind: 'radios',
      options: ['no', 'name-only', 'police'],
      optional: true,
      when: mayPhone,
    },
  ],
}

/** Hours that a rule can keep to, and words for what does not fit: those people read, and no rule does. */
const hours: Step = {
  ...shared,
  slug: 'hours',
  when: (answers) => isReachedOut(answers) && answers.contactWhen === 'only-at',
  questions: [
    { id: 'contactDays', about: 'reached', kind: 'checkboxes', options: contactDays, optional: true },
    { id: 'contactHours', about: 'reached', kind: 'checkboxes', options: contactHours, optional: true },
    { id: 'contactTimes', about: 'reached', kind: 'text', maxLength: 500, multiline: true, optional: true },
  ],
}

const say: Step = {
  ...shared,
  slug: 'say',
  when: isReachedOut,
  questions: [
    { id: 'maySay', kind: 'radios', options: ['neutral', 'police'], optional: true },
    {
      id: 'ifSomeoneElse',
      kind: 'radios',
      options: ['hang-up', 'wrong-number', 'reason'],
      optional: true,
      when: mayPhone,
    },
    {
      id: 'coverStory',
      about: 'reached',
      kind: 'text',
      maxLength: 300,
      optional: true,
      neededWith: { question: 'ifSomeoneElse', answer: 'reason' },
    },
    {
      id: 'mustNotKnow',
      about: 'reached',
      kind: 'checkboxes',
      options: ['partner', 'parents', 'family', 'housemates', 'school', 'work', 'faith', 'other'],
      optional: true,
    },
    { id: 'mustNotKnowWho', about: 'another', kind: 'text', maxLength: 500, optional: true, ...fromExports },
  ],
}

const code: Step = {
  ...shared,
  slug: 'code',
  when: asksForCode,
  questions: [{ id: 'returnCode', kind: 'radios', options: ['yes', 'no'] }],
}

const plan: readonly Step[] = [
  ways,
  { ...shared, slug: 'details', when: hasPlan, questions: details },
  times,
  hours,
  say,
  code,
]

/** How to reach somebody safely, for a journey that may also be sent without any way back. */
export const reportContactSteps: readonly Step[] = [
  choice(['plan', 'code-only', 'anonymous']),
  ...plan,
  { ...identity, when: speaksForThemselves },
]

/** The same where somebody asks to be spoken to: a return code is the least that is needed. */
export const requestContactSteps: readonly Step[] = [choice(['plan', 'code-only']), ...plan, identity]

const contactQuestions: ReadonlySet<string> = new Set(
  [choice([]), ...plan].flatMap(({ questions }) => questions.map(({ id }) => id)),
)

/** Whether a question is one of how to reach somebody. */
export function isContactQuestion(id: string): boolean {
  return contactQuestions.has(id)
}

/**
 * How somebody may be reached from now on, for whoever comes back with a code. The first question has words of its own, because nothing is
 * sent here that could be anonymous; a code is not asked for by whoever has one.
 */
export const changedContactSteps: readonly Step[] = [
  {
    slug: 'how',
    section: 'contact',
    questions: [{ id: 'contactChoice', kind: 'radios', options: ['plan', 'code-only', 'anonymous'] }],
  },
  ...plan.filter((step) => step !== code),
]
