/** Every address of the product. `locale` is left out of English addresses. */
const prefix = (locale: string) => (locale === 'en' ? '' : `/${locale}`)

export const publicPaths = {
  home: (locale: string) => (locale === 'en' ? '/' : `/${locale}`),
  start: (locale: string) => `${prefix(locale)}/start`,
  /** Takes the role chosen at a door. */
  door: (locale: string) => `${prefix(locale)}/start/report`,
  /** Deletes what is not sent. */
  startOver: (locale: string) => `${prefix(locale)}/start/over`,
  emergency: (locale: string) => `${prefix(locale)}/emergency`,
  journey: (locale: string, journey: string) => `${prefix(locale)}/${journey}`,
  step: (locale: string, journey: string, slug: string) => `${prefix(locale)}/${journey}/${slug}`,
  check: (locale: string, journey: string) => `${prefix(locale)}/${journey}/check`,
  /** Where files are added to what is not sent yet. */
  files: (locale: string, journey: string) => `${prefix(locale)}/${journey}/files`,
  /** Takes what is done with files: its language stands behind it, because a form of files is read last. */
  fileAct: (locale: string, place: string, act: 'add' | 'remove') =>
    `/files/${place}/${act}${locale === 'en' ? '' : `?in=${locale}`}`,
  /** The same for a page's script. */
  fileScript: (locale: string, place: string) => ({
    base: `/files/${place}`,
    query: locale === 'en' ? '' : `in=${locale}`,
    page: `${prefix(locale)}/${place}/files`,
  }),
  /** Where somebody waits to send while many do. `ticket` says since when; `early`: they tried before its time. */
  wait: (locale: string, journey: string, ticket = '', early = false) =>
    `${prefix(locale)}/${journey}/check/wait${ticket === '' ? '' : `?ticket=${ticket}${early ? '&early=yes' : ''}`}`,
  sent: (locale: string, journey: string) => `${prefix(locale)}/${journey}/sent`,
  hideCode: (locale: string, journey: string) => `${prefix(locale)}/${journey}/sent/hide`,
  /** `forces`: ids of other police forces to name first. Which force covers a place says nothing about a person. */
  elsewhere: (locale: string, forces: readonly string[] = []) => {
    const query = new URLSearchParams(forces.map((id) => ['force', id])).toString()
    return `${prefix(locale)}/elsewhere${query === '' ? '' : `?${query}`}`
  },
  followUp: (locale: string) => `${prefix(locale)}/follow-up`,
  followUpStatus: (locale: string) => `${prefix(locale)}/follow-up/status`,
  /** Where somebody says how they may be reached from now on: a question, or `check`. */
  changeContact: (locale: string, slug?: string) =>
    `${prefix(locale)}/follow-up/contact${slug === undefined ? '' : `/${slug}`}`,
  keepContact: (locale: string) => `${prefix(locale)}/follow-up/contact/check/keep`,
  /** Takes whether what was agreed happened. */
  agreedAnswer: (locale: string) => `${prefix(locale)}/follow-up/agreed/answer`,
  notAgreed: (locale: string) => `${prefix(locale)}/follow-up/not-agreed`,
  withdraw: (locale: string) => `${prefix(locale)}/follow-up/withdraw`,
  /** Where somebody agrees that a support service is told of them, and takes it back. */
  referral: (locale: string) => `${prefix(locale)}/follow-up/referral`,
  /** What can be done about a code that is lost. */
  lostCode: (locale: string) => `${prefix(locale)}/follow-up/lost`,
  support: (locale: string) => `${prefix(locale)}/support`,
  accessibility: (locale: string) => `${prefix(locale)}/accessibility`,
  privacy: (locale: string) => `${prefix(locale)}/privacy`,
  /** Counts for anybody. */
  openData: (locale: string) => `${prefix(locale)}/open-data`,
  openDataFile: (locale: string) => `${prefix(locale)}/open-data/file.csv`,
  /** Never a page: what is at no address leads here, and is told so. */
  missing: (locale: string) => `${prefix(locale)}/missing`,
  /** Says that something of ours does not work. */
  trouble: (locale: string) => `${prefix(locale)}/trouble`,
  exit: '/exit',
  health: '/health',
} as const

/** What other machines send to. */
export const machinePaths = { referrals: '/referrals' } as const

type Pairs = readonly (readonly [string, string])[]

function withPairs(path: string, pairs: Pairs): string {
  const query = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString()
  return query === '' ? path : `${path}?${query}`
}

const dutyPath = (id: string | null) =>
  id === null ? '/staff/duty' : `/staff/officers/${encodeURIComponent(id)}/duty`

/** Below it lies what the origin of files gives, and nothing else. */
export const evidencePath = '/staff/evidence/'

export const staffPaths = {
  /**
   * No page has this address: it is where what is not there, or not theirs to know of, leads. A page that finds nothing itself would be
   * empty without JavaScript.
   */
  missing: '/staff/missing',
  queue: '/staff',
  /** What was found last; it is asked for at the second, so that what was typed is in no address. */
  search: '/staff/search',
  searchAnswer: '/staff/search/answer',
  signIn: '/staff/sign-in',
  signOut: '/staff/sign-out',
  /** Leads to the force's own sign-in. What for is in the query. */
  forceSignIn: (purpose: 'sign-in' | 'invitation' | 'link' | 'confirm', back?: string) => {
    const query = new URLSearchParams({ for: purpose, ...(back === undefined ? {} : { back }) })
    return `/staff/sign-in/force?${query.toString()}`
  },
  /** Leads to where somebody signs out of the force's own sign-in too. */
  forceSignOut: '/staff/sign-out/force',
  /** A passkey is asked for in two steps, `begin` and `finish`, below each of these. */
  passkeySignIn: '/staff/sign-in/passkey',
  passkeyConfirm: '/staff/confirm/passkey',
  /** A link in an invitation is this and its secret. */
  invitation: '/staff/invitation',
  /** One's own ways to sign in. */
  ownSignIn: '/staff/account',
  /** Whom one knows, so that cases of theirs are kept from one. */
  ownLinks: '/staff/account/links',
  ownPasskeys: '/staff/account/passkeys',
  ownPassword: '/staff/account/password',
  ownAuthenticator: '/staff/account/authenticator',
  ownRecoveryCodes: '/staff/account/recovery-codes',
  /** Where it is said which e-mails one wants. */
  ownLetters: '/staff/account/letters',
  /** Where somebody who is signed in proves again who they are. */
  confirm: '/staff/confirm',
  /** What is left of the session; posted to, it stays. */
  session: '/staff/session',
  /** What tells an open page that something is otherwise: of the queue, or of a case. `since`: when the page was made, in milliseconds. */
  live: (since: number, reference?: string) =>
    withPairs('/staff/live', [
      ['since', String(since)],
      ...(reference === undefined ? [] : [['case', reference] as const]),
    ]),
  /** Where somebody opens a case they may not open, because a life is in danger. */
  breakGlass: '/staff/break-glass',
  /** The same for a case that is in view already; a reference says nothing of anybody. */
  breakGlassOf: (reference: string) => `/staff/break-glass?${new URLSearchParams({ reference }).toString()}`,
  case: (reference: string) => `/staff/cases/${reference}`,
  /** A file, at the origin files have of their own. */
  evidence: (token: string) => `${evidencePath}${token}`,
  caseAction: (reference: string, action: string) => `/staff/cases/${reference}/${action}`,
  /** Where staff say for somebody how they may be reached from now on. */
  casePlan: (reference: string) => `/staff/cases/${reference}/plan`,
  /** What waits for a supervisor: what they were told of, closing that is asked for, risks to look at again, possible tension. */
  attention: '/staff/attention',
  /** There, what a supervisor was told of. */
  attentionNeeds: (page = 1) =>
    `/staff/attention${page > 1 ? `?needs=${String(page)}` : ''}#escalations-title`,
  /** In the queue, what somebody is asked to take. */
  asked: '/staff#asked',
  /** How the desk stands: work, figures, records. */
  insight: '/staff/insights',
  ownInsight: '/staff/insights/own',
  insightQuality: '/staff/insights/quality',
  figures: '/staff/figures',
  figuresReport: '/staff/figures/report',
  figuresReportOf: (month: string) => `/staff/figures/report?month=${month}`,
  figuresAsked: (query: string) => `/staff/figures?${query}`,
  figuresFile: (format: 'csv' | 'ods', query: string) => `/staff/figures/file.${format}?${query}`,
  /** Recorded crimes of a statistics year, in the shape of the yearly return. */
  figuresReturnOf: '/staff/figures/return',
  figuresReturn: (year: string) => `/staff/figures/return?year=${encodeURIComponent(year)}`,
  figuresReturnFile: (format: 'csv' | 'ods', year: number) =>
    `/staff/figures/return/file.${format}?year=${String(year)}`,
  /** The queue narrowed to something, as `writeFilters` writes it. */
  queueAsked: (query: string) => `/staff?${query}`,
  /** The queue with one of its sets, narrowed further. */
  workSet: (set: string, more: Pairs = []) => withPairs('/staff', [['set', set], ...more]),
  /** One's own tasks, those of all cases. */
  tasks: '/staff/tasks',
  /** The tasks of one case, and where they are set and marked. */
  callBack: (reference: string) => `/staff/cases/${reference}/call-back`,
  callBackAct: (reference: string, act: 'set' | 'end') => `/staff/cases/${reference}/call-back/${act}`,
  caseTasks: (reference: string) => `/staff/cases/${reference}/tasks`,
  caseTaskAct: (reference: string, act: 'set' | 'mark') => `/staff/cases/${reference}/tasks/${act}`,
  /** What happened in a case, told day by day; on paper for whoever takes it along. */
  caseStory: (reference: string) => `/staff/cases/${reference}/story`,
  caseStoryPaper: (reference: string) => `/staff/cases/${reference}/story/paper`,
  /** What belongs with a case. */
  caseWork: (reference: string) => `/staff/cases/${reference}/work`,
  /** What somebody of a reporting centre sent. */
  sent: '/staff/sent',
  /** Where a referral that came as a file is read, and then recorded. */
  referrals: '/staff/referrals',
  referralRead: '/staff/referrals/read',
  referralRecord: '/staff/referrals/record',
  /** Where a colleague asks a liaison officer's advice. */
  advice: '/staff/advice',
  adviceAsk: '/staff/advice/ask',
  record: '/staff/record',
  recordStep: (journey: string, slug: string) => `/staff/record/${journey}/${slug}`,
  officers: '/staff/officers',
  /** By district and week, when nobody of the district is on duty. */
  officerGaps: '/staff/officers/gaps',
  /** Whose training lapses, and by when. */
  officerTraining: '/staff/officers/training',
  /** Where a made-up case would go; it is in codes alone. */
  officerPreview: '/staff/officers/preview',
  /** One officer, by an id that says nothing of them. */
  officer: (id: string) => `/staff/officers/${encodeURIComponent(id)}`,
  /** When an officer is on duty: their own (null), or that of another, by an id that says nothing of them. */
  duty: (id: string | null, week?: string) =>
    withPairs(dutyPath(id), week === undefined ? [] : [['week', week]]),
  dutyAct: (id: string | null, act: string) => `${dutyPath(id)}/act?act=${act}`,
  /** The form of a pattern: one there is, or a new one to begin from. */
  dutyPattern: (id: string | null, query: Pairs = []) => withPairs(`${dutyPath(id)}/pattern`, query),
  dutyCalendar: (id: string | null) => `${dutyPath(id)}/calendar`,
  /** Where a calendar is sent to be read. */
  dutyCalendarRead: (id: string | null) => `${dutyPath(id)}/calendar/read`,
  /** The same as a calendar, to take along. */
  dutyFile: (id: string | null) => `${dutyPath(id)}/calendar.ics`,
  officerAct: (id: string, act: string) => `/staff/officers/${encodeURIComponent(id)}/${act}`,
  /** How long cases are kept, one list of them at a time. */
  retention: '/staff/retention',
  retentionList: (list: string, page = 1) =>
    `/staff/retention?list=${list}${page === 1 ? '' : `&page=${String(page)}`}`,
  /** Where acts on how long cases live are posted: from the page of one, by its reference, or from a list of them. */
  retentionAct: (
    act: 'act' | 'erase',
    from: { readonly case: string } | { readonly list: string; readonly page: string },
  ) => `/staff/retention/${act}?${new URLSearchParams(from).toString()}`,
  /** How cases may end, with the days on which it holds. */
  recordTypes: '/staff/record-types',
  /** The same with a form for a version of one of them. */
  recordTypeChange: (disposition: string) => withPairs('/staff/record-types', [['change', disposition]]),
  recordTypePropose: '/staff/record-types/propose',
  recordTypeDecide: '/staff/record-types/decide',
  /** What the page for return codes says the force's own way. */
  words: '/staff/words',
  wordsSet: '/staff/words/set',
  /** What somebody's data is taken out from. A reference and a code say nothing of anybody. */
  exporting: (reference: string, query: Pairs = []) => withPairs(`/staff/cases/${reference}/export`, query),
  /** Where it is said what for, which opens them. */
  exportOpen: (reference: string, query: Pairs) => withPairs(`/staff/cases/${reference}/export/open`, query),
  /** Where the file is asked for. */
  exportFile: (reference: string, query: Pairs) => withPairs(`/staff/cases/${reference}/export/file`, query),
  /** Where a document for the force's records system is made. */
  handOut: (reference: string) => `/staff/cases/${reference}/hand-out`,
  /** Where a case is passed to another force. */
  passing: (reference: string) => `/staff/cases/${reference}/pass`,
  /** Where it is kept to which support services somebody agreed, and these are told. */
  refer: (reference: string) => `/staff/cases/${reference}/refer`,
  /** Where a file of another force is read and becomes a case. */
  passedIn: '/staff/passed-in',
  /** Forces that cases go to and come from. */
  partners: '/staff/admin/partners',
  /** One's own views of the queue. */
  views: '/staff/views',
  viewsChange: '/staff/views/change',
  /** Where a view is kept: the query of the queue as it is. */
  viewsAdd: (query: string) => `/staff/views/add${query === '' ? '' : `?${query}`}`,
  /** What became of several cases. */
  several: '/staff/several',
  /** Where something is done to several cases; the query is that of the queue, to come back to. */
  severalDo: (query: string) => `/staff/several/do${query === '' ? '' : `?${query}`}`,
  /** Says whether single keys act for one. */
  ownKeys: '/staff/help/keys',
  /** Where a text to begin a message with is put into its box. */
  caseTemplate: (reference: string) => `/staff/cases/${reference}/message/template`,
  audit: '/staff/audit',
  /** Who has seen a case; a reference says nothing of anybody. */
  auditWho: '/staff/audit/who',
  auditWhoExport: '/staff/audit/who/export',
  auditFlags: '/staff/audit/flags',
  /** The log's page with what made one flag. */
  auditOfFlag: (id: string) => `/staff/audit?flag=${encodeURIComponent(id)}`,
  auditFlagResolve: '/staff/audit/flags/resolve',
  auditSample: '/staff/audit/sample',
  auditSampleSign: '/staff/audit/sample/sign',
  auditSampleOpen: '/staff/audit/sample/open',
  auditGlass: '/staff/audit/glass',
  /** One broken glass, by an id that says nothing. */
  auditGlassOf: (id: string) => `/staff/audit/glass/${encodeURIComponent(id)}`,
  auditDecoys: '/staff/audit/decoys',
  auditDecoysMake: '/staff/audit/decoys/make',
  auditHealth: '/staff/audit/health',
  help: '/staff/help',
  accounts: '/staff/admin',
  account: (id: string) => `/staff/admin/accounts/${encodeURIComponent(id)}`,
  accountAct: (id: string, act: string) => `/staff/admin/accounts/${encodeURIComponent(id)}/${act}`,
  invitations: '/staff/admin/invitations',
  invite: '/staff/admin/invitations/create',
  withdrawInvitation: (id: string) => `/staff/admin/invitations/${encodeURIComponent(id)}/withdraw`,
  roles: '/staff/admin/roles',
  /** Who may send referrals. */
  senders: '/staff/admin/senders',
  sendersChange: '/staff/admin/senders/change',
  /** Third-party reporting centres. */
  centres: '/staff/admin/centres',
  centresChange: '/staff/admin/centres/change',
} as const
