/** The closed vocabularies of the product: one list each, used in code, tables, URLs and message keys. */

/** The five nationally monitored strands, in the order of the College of Policing's guidance. A force may add its own. */
export const monitoredStrands = [
  'disability',
  'race',
  'religion',
  'sexual-orientation',
  'transgender-identity',
] as const

export const submissionKinds = ['report', 'liaison-request'] as const
export type SubmissionKind = (typeof submissionKinds)[number]

export const channels = [
  'online',
  'phone-101',
  'in-person',
  'third-party-centre',
  'true-vision',
  'other-force',
  'colleague',
] as const
export type Channel = (typeof channels)[number]

export const risks = ['high', 'medium', 'low'] as const
export type Risk = (typeof risks)[number]

export const caseStatuses = ['new', 'assigned', 'in-progress', 'awaiting-contact', 'closed'] as const
export type CaseStatus = (typeof caseStatuses)[number]

export const roles = [
  'call-handler',
  'triager',
  'liaison-officer',
  'supervisor',
  'administrator',
  'auditor',
  'strategic-lead',
  'centre-worker',
] as const
export type Role = (typeof roles)[number]

/** A district's id in the force's data, for example `stevenage`. */
export type DistrictId = string
/** A strand's id: one of the monitored strands or one the force adds, for example `alternative-subculture`. */
export type StrandId = string
