import cyCharts from './messages/cy/charts.json'
import cyContact from './messages/cy/contact.json'
import cyEquality from './messages/cy/equality.json'
import cyFiles from './messages/cy/files.json'
import cyForm from './messages/cy/form.json'
import cyHelp from './messages/cy/help.json'
import cyLiaison from './messages/cy/liaison.json'
import cyOpenData from './messages/cy/open-data.json'
import cyPlace from './messages/cy/place.json'
import cyPassed from './messages/cy/passed.json'
import cyPublic from './messages/cy/public.json'
import cyReport from './messages/cy/report.json'
import cyReturning from './messages/cy/returning.json'
import cySafeContact from './messages/cy/safe-contact.json'
import cyService from './messages/cy/service.json'
import accounts from './messages/en/accounts.json'
import advice from './messages/en/advice.json'
import agreeing from './messages/en/agreeing.json'
import callBack from './messages/en/call-back.json'
import casework from './messages/en/casework.json'
import charts from './messages/en/charts.json'
import behind from './messages/en/behind.json'
import contact from './messages/en/contact.json'
import duty from './messages/en/duty.json'
import equality from './messages/en/equality.json'
import evidence from './messages/en/evidence.json'
import exporting from './messages/en/exporting.json'
import files from './messages/en/files.json'
import form from './messages/en/form.json'
import glass from './messages/en/glass.json'
import recording from './messages/en/recording.json'
import help from './messages/en/help.json'
import liaison from './messages/en/liaison.json'
import figures from './messages/en/figures.json'
import insight from './messages/en/insight.json'
import live from './messages/en/live.json'
import oversight from './messages/en/oversight.json'
import offer from './messages/en/offer.json'
import openData from './messages/en/open-data.json'
import outbound from './messages/en/outbound.json'
import passed from './messages/en/passed.json'
import place from './messages/en/place.json'
import publicPages from './messages/en/public.json'
import reach from './messages/en/reach.json'
import referral from './messages/en/referral.json'
import report from './messages/en/report.json'
import returning from './messages/en/returning.json'
import retention from './messages/en/retention.json'
import safeContact from './messages/en/safe-contact.json'
import rules from './messages/en/rules.json'
import sent from './messages/en/sent.json'
import service from './messages/en/service.json'
import signIn from './messages/en/sign-in.json'
import speed from './messages/en/speed.json'
import spoken from './messages/en/spoken.json'
import staff from './messages/en/staff.json'
import standing from './messages/en/standing.json'
import waysOut from './messages/en/ways-out.json'
import work from './messages/en/work.json'
import type { Locale } from './locales'

/** Messages as nested objects; the leaves are ICU texts. */
export interface Messages {
  readonly [key: string]: string | Messages
}

/** One language as written, without fallbacks. Staff pages and rules are in English only. */
export const catalogues: Readonly<Record<Locale, Readonly<Record<string, Messages>>>> = {
  en: {
    accounts,
    advice,
    agreeing,
    behind,
    callBack,
    casework,
    charts,
    contact,
    equality,
    evidence,
    exporting,
    files,
    form,
    glass,
    recording,
    help,
    figures,
    insight,
    liaison,
    live,
    oversight,
    offer,
    openData,
    outbound,
    place,
    public: publicPages,
    reach,
    referral,
    sent,
    report,
    retention,
    returning,
    'safe-contact': safeContact,
    passed,
    rules,
    service,
    signIn,
    speed,
    spoken,
    // A large subject of the desk has a file of its own.
    staff: { ...staff, duty },
    standing,
    waysOut,
    work,
  },
  cy: {
    charts: cyCharts,
    contact: cyContact,
    equality: cyEquality,
    files: cyFiles,
    form: cyForm,
    help: cyHelp,
    liaison: cyLiaison,
    openData: cyOpenData,
    place: cyPlace,
    public: cyPublic,
    report: cyReport,
    returning: cyReturning,
    'safe-contact': cySafeContact,
    passed: cyPassed,
    service: cyService,
  },
}

/** `over` laid on `under`: what `over` lacks is taken from `under`. */
export function layered(under: Messages, over: Messages): Messages {
  const merged: Record<string, string | Messages> = { ...under }
  for (const [key, value] of Object.entries(over)) {
    const below = under[key]
    merged[key] = typeof value === 'object' && typeof below === 'object' ? layered(below, value) : value
  }
  return merged
}

/** Every key of a catalogue with its text, keys joined by dots. */
export function flattened(messages: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(messages)) {
    if (typeof value === 'string') flat.set(prefix + key, value)
    else for (const [inner, text] of flattened(value, `${prefix}${key}.`)) flat.set(inner, text)
  }
  return flat
}
