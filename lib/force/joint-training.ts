import type { TrainingScheme } from '@/lib/domain/force-training'

const source =
  'Hemel Today, 2021 (liaison officers trained jointly with Bedfordshire) and 2023 (with Bedfordshire and Cambridgeshire); College of Policing, Responding to hate'
const proposal = { source, checked: null } as const

/**
 * What the liaison officers of the eastern forces are trained in, for a force that holds its courses with `partners`. That they train
 * together is published; which topics there are, which of them somebody must have to be given cases, and for how long each counts is a
 * proposal for the force to confirm.
 */
export function jointTraining(partners: readonly string[]): TrainingScheme {
  return {
    topics: [
      { id: 'liaison-role', required: true, validMonths: 36, refreshWarnDays: 90, ...proposal },
      { id: 'hate-crime', required: true, validMonths: 24, refreshWarnDays: 90, ...proposal },
      { id: 'gender-identity', required: false, validMonths: 24, refreshWarnDays: 60, ...proposal },
      { id: 'domestic-abuse', required: false, validMonths: 24, refreshWarnDays: 60, ...proposal },
      { id: 'sexual-offences', required: false, validMonths: 24, refreshWarnDays: 60, ...proposal },
    ],
    partners,
  }
}
