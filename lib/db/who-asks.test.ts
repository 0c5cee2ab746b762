import { expect, test } from 'vitest'
import { productSources } from '../../scripts/docs/sources'
import { reachingDatabase } from '../../scripts/testing/database-reach'

const root = process.cwd()

/** The file of a function that is alone in one. */
const fileOf = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)

/**
 * What members of the public do, with nobody signed in: a cookie or a return code is all they have. Everything else that
 * comes to the database is handed whoever asks. A function that belongs here takes no id of a case, an account or anything of
 * somebody else.
 */
const publicOnes = [
  'lib/commands/answer-agreement.ts#answerAgreement',
  'lib/commands/answer-step.ts#answerStep',
  'lib/commands/ask-support.ts#askSupport',
  'lib/commands/ask-support.ts#withdrawSupport',
  'lib/commands/autosave-step.ts#autosaveStep',
  'lib/commands/change-plan.ts#changePlan',
  'lib/commands/enter-follow-up.ts#enterFollowUp',
  // By the lookup of a draft, which only its cookie gives.
  ...['addFiles', 'keepFile', 'removeFile', 'sendFiles', 'wholeFile'].map(
    (name) => `lib/commands/evidence/${fileOf(name)}.ts#${name}`,
  ),
  ...['beginUpload', 'finishUpload', 'takePiece'].map(
    (name) => `lib/commands/evidence/upload-file.ts#${name}`,
  ),
  ...['addPiece', 'beginFile', 'forgetFiles', 'noteUnsentScan', 'stateOfFile', 'unsentPiece'].map(
    (name) => `lib/commands/evidence/unsent-rows.ts#${name}`,
  ),
  'lib/commands/forget-answers.ts#forgetAnswers',
  'lib/commands/hide-code.ts#hideCode',
  'lib/commands/leave.ts#leaveDraft',
  'lib/commands/save-equality.ts#saveEquality',
  'lib/commands/object-to-case.ts#sayNotAgreed',
  'lib/commands/object-to-case.ts#takeBackWithdrawal',
  'lib/commands/object-to-case.ts#withdrawCase',
  // At the desk it is handed whoever records: the database refuses a recording without one.
  'lib/commands/submit-journey.ts#submitJourney',
  'lib/commands/write-message.ts#writeMessage',
  'lib/queries/follow-up-agreement.ts#followUpAgreement',
  'lib/queries/follow-up-evidence.ts#followUpEvidence',
  'lib/queries/follow-up-messages.ts#followUpMessages',
  'lib/queries/follow-up-passed.ts#followUpPassed',
  'lib/queries/follow-up-support.ts#followUpSupport',
  'lib/queries/follow-up-words.ts#followUpWords',
  // The id comes out of the draft under the cookie's own key, where a return code put it.
  'lib/queries/follow-up.ts#codeStillOpens',
  'lib/queries/follow-up.ts#followUpLooks',
  'lib/queries/follow-up.ts#followUpStatus',
  'lib/queries/follow-up.ts#openFollowUp',
  'lib/queries/is-database-reachable.ts#isDatabaseReachable',
  // Of figures, what was published for everybody.
  'lib/queries/open-figures.ts#openFigures',
  // Of the rota neither names nor numbers come out of the database.
  'lib/queries/duty-ahead.ts#dutyAhead',
  'lib/queries/promise-of.ts#promiseOf',
  // The directory of postcodes is public.
  'lib/queries/unit-place.ts#unitPlace',
  'lib/commands/journey-setting.ts#journeySetting',
  'lib/commands/decoy-rows.ts#decoyRows',
  'lib/commands/make-submission.ts#makeSubmission',
  'lib/commands/make-submission.ts#submissionOf',
  'lib/commands/plan-row.ts#planRow',
  'lib/commands/take-step.ts#takeStep',
  // A machine signs what it sends: the key says who it is, and nothing of ours comes out.
  'lib/commands/take-referral.ts#takeReferral',
  'lib/commands/make-referral.ts#understandReferral',
]

/** What another force's desk asks: it is known by its signature, and the database by the force it names. */
const machineOnes = [
  'lib/commands/keep-exchange-nonce.ts#keepExchangeNonce',
  'lib/queries/partner-forces.ts#findPartner',
]

/** What an operator starts on the machine itself, where nobody is signed in. No page or handler may come to it. */
const operatorOnes = ['lib/commands/invite-administrator.ts#inviteAdministrator']

/** What one process asks once for all whose pages listen in it. The database refuses it to anybody who is signed in; the hub alone may come to it. */
const hubOnes = [
  'lib/queries/live/live-cases.ts#liveCases',
  'lib/queries/live/look-again.ts#lookAgain',
  'lib/queries/live/look-again.ts#lookAtQueue',
]

/** What runs by the clock, where nobody is signed in. The database refuses them to anybody who is; only lib/jobs may come to them. */
const workerOnes = [
  'lib/commands/evidence/waiting-scans.ts#storeScan',
  'lib/commands/evidence/waiting-scans.ts#waitingFiles',
  'lib/commands/evidence/waiting-scans.ts#waitingPiece',
  'lib/commands/figures/count-figures.ts#refreshFigures',
  ...['figureState', 'freezeFigures', 'frozenFigures', 'receivedByMonth', 'publishFigures'].map(
    (name) => `lib/commands/figures/freeze-figures.ts#${name}`,
  ),
  'lib/commands/waiting-passings.ts#settleWaiting',
  'lib/commands/waiting-passings.ts#waitingPassings',
  'lib/commands/case-index.ts#noteIndexing',
  'lib/commands/case-index.ts#storeCaseIndex',
  'lib/commands/extend-coverage.ts#coveredDistricts',
  'lib/commands/extend-coverage.ts#extendCoverage',
  'lib/commands/mark-retention.ts#markRetention',
  'lib/commands/mark-retention.ts#retentionCases',
  'lib/commands/look-sample.ts#drawWeek',
  ...[
    'casesToRoute',
    'freeCases',
    'heldCases',
    'lapseOffers',
    'openOffers',
    'routingRota',
    'storeRouting',
    'tellAway',
  ].map((name) => `lib/commands/route-cases.ts#${name}`),
  'lib/commands/staff-news.ts#staffNews',
  'lib/commands/staff-news.ts#writeStaffLetter',
  ...['lastToldMonth', 'staffMailboxes', 'writeStaffNotice'].map(
    (name) => `lib/commands/staff-notices.ts#${name}`,
  ),
  ...['claimOutbound', 'noteDelivery', 'noteOutbound', 'outboundToFollow'].map(
    (name) => `lib/commands/outbound-rows.ts#${name}`,
  ),
  'lib/commands/look-sample.ts#sampledWeeks',
  ...[
    'casesToEscalate',
    'clocksDue',
    'clocksToReckon',
    'noteClocks',
    'passEscalation',
    'raiseEscalation',
    'reckonClocks',
    'repliesAfterClosing',
    'callBacksMissed',
  ].map((name) => `lib/commands/watch-rows.ts#${name}`),
  'lib/commands/link-checks.ts#knownLinks',
  'lib/commands/link-checks.ts#noteConflicts',
  'lib/commands/link-checks.ts#noteLinkCheck',
  'lib/commands/link-checks.ts#noteLinkChecked',
  'lib/commands/name-readers-again.ts#nameReadersAgain',
  'lib/commands/raise-flags.ts#raiseFlags',
  'lib/commands/reckon-training.ts#recordedTraining',
  'lib/commands/reckon-training.ts#storeTrained',
  'lib/queries/audit-heads.ts#readHeads',
  'lib/queries/read-looks.ts#readFlaggedRows',
  'lib/queries/read-looks.ts#readLooks',
]

const nameless = (extra?: Readonly<Record<string, string>>) =>
  reachingDatabase(root, extra)
    .filter(({ reaches, knowsWho }) => reaches && !knowsWho)
    .map(({ name }) => name)
    .sort()

test('every query and command is handed whoever asks, but for those of the public', () => {
  expect(nameless()).toEqual(
    [...publicOnes, ...operatorOnes, ...machineOnes, ...hubOnes, ...workerOnes].sort(),
  )
})

test('what an operator starts is started by nothing else', () => {
  const modules = operatorOnes.map((name) => name.replace(/^.*\/|\.ts#.*$/gu, ''))
  const others = productSources().filter(
    ({ path }) => !operatorOnes.some((name) => name.startsWith(`${path}#`)),
  )
  for (const module of modules)
    expect(others.filter(({ text }) => text.includes(`/${module}'`)).map(({ path }) => path)).toEqual([])
})

test('what is asked for all who listen is asked by the hub alone', () => {
  for (const module of ['live-cases', 'look-again'])
    expect(
      productSources()
        .filter(({ text }) => text.includes(`/${module}'`))
        .map(({ path }) => path),
    ).toEqual(['lib/queries/live/hub.ts'])
})

test('what runs by the clock is asked for by a job alone', () => {
  const modules = new Set(workerOnes.map((name) => name.replace(/^.*\/|\.ts#.*$/gu, '')))
  for (const module of modules)
    expect(
      productSources().filter(
        ({ path, text }) => text.includes(`/${module}'`) && !path.startsWith('lib/jobs/'),
      ),
    ).toEqual([])
})

test('those that are handed somebody are most of them', () => {
  const known = reachingDatabase(root).filter(({ reaches, knowsWho }) => reaches && knowsWho)
  expect(known.length).toBeGreaterThan(25)
})

test.each([
  [
    'itself',
    `import { deskDb } from '@/lib/db/client'
     export async function listEverything() { return deskDb().case.findMany() }`,
  ],
  [
    'through another function of its file',
    `import { deskDb } from '@/lib/db/client'
     const all = () => deskDb().case.findMany()
     export const listEverything = async (page: number) => all()`,
  ],
  [
    'through another query, with an actor of its own making',
    `import { listQueue } from './list-queue'
     export async function listEverything() { return listQueue(somebody, { page: 1 }) }`,
  ],
  [
    'handed on as a value',
    `import { deskDb as anything } from '@/lib/db/client'
     export function listEverything(id: string) { return [anything].map((one) => one().case.findMany()) }`,
  ],
])('one that comes to the database %s, with nobody asking, is found', (_, text) => {
  const path = 'lib/queries/list-everything.ts'
  expect(nameless({ [path]: text })).toContain(`${path}#listEverything`)
})
