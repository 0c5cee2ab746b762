import { isNeutralAddress } from '@/lib/domain/outbound/neutral-address'
import { forces } from '@/lib/force/forces'

/** The settings of what sends texts and e-mails. */
interface SenderSettings {
  readonly FORCE: string
  readonly SEND_EMAIL_BY: 'smtp' | 'notify' | 'catcher' | 'none'
  readonly SEND_TEXT_BY: 'notify' | 'catcher' | 'none'
  readonly SMTP_URL?: string | undefined
  readonly MAIL_FROM?: string | undefined
  readonly MAIL_FROM_NEUTRAL?: string | undefined
  readonly NOTIFY_API_KEY?: string | undefined
  readonly NOTIFY_EMAIL_TEMPLATE?: string | undefined
  readonly NOTIFY_TEXT_TEMPLATE?: string | undefined
  readonly NOTIFY_TEXT_SENDER?: string | undefined
  readonly OUTBOX_DIR?: string | undefined
}

const emailNeeds = {
  smtp: ['SMTP_URL', 'MAIL_FROM', 'MAIL_FROM_NEUTRAL'],
  notify: ['NOTIFY_API_KEY', 'NOTIFY_EMAIL_TEMPLATE'],
  catcher: ['OUTBOX_DIR'],
  none: [],
} as const
const textNeeds = {
  // Without a sender of its own a text comes from the service's, which has its name.
  notify: ['NOTIFY_API_KEY', 'NOTIFY_TEXT_TEMPLATE', 'NOTIFY_TEXT_SENDER'],
  catcher: ['OUTBOX_DIR'],
  none: [],
} as const

/** What is missing of what each way of sending needs, and a sender that is to be neutral and is not. Names settings, never values. */
export function senderProblems(given: SenderSettings): readonly string[] {
  const { SEND_EMAIL_BY: email, SEND_TEXT_BY: text } = given
  return [
    ...missing(given, emailNeeds[email]).map((name) => `${name} (needed by SEND_EMAIL_BY=${email})`),
    ...missing(given, textNeeds[text]).map((name) => `${name} (needed by SEND_TEXT_BY=${text})`),
    ...telling(given),
  ]
}

function missing(given: SenderSettings, names: readonly (keyof SenderSettings)[]): readonly string[] {
  return names.filter((name) => given[name] === undefined)
}

function telling({ FORCE, MAIL_FROM, MAIL_FROM_NEUTRAL: neutral }: SenderSettings): readonly string[] {
  const force = forces[FORCE]
  // Which force there is none of is said by whoever asks for it.
  if (neutral === undefined || force === undefined) return []
  if (neutral.toLowerCase() === MAIL_FROM?.toLowerCase()) return ['MAIL_FROM_NEUTRAL (the same as MAIL_FROM)']
  const { languages, name, area } = force
  return isNeutralAddress(neutral, { languages, names: [name, area] })
    ? []
    : ['MAIL_FROM_NEUTRAL (it says whom letters are from, or what they are about)']
}
