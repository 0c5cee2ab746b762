import type { Specialism } from '@/lib/domain/force-training'

/**
 * What liaison officers may say they know more of than others, for forces that have no list of their own: a proposal for the force to
 * confirm. Each names the strands and the rules of risk of the cases it is of use in. It is a subject of work, and says nothing of who an
 * officer is.
 */
export const liaisonSpecialisms: readonly Specialism[] = [
  { id: 'gender-identity', strands: ['transgender-identity'] },
  { id: 'faith-and-race', strands: ['race', 'religion'] },
  { id: 'disability', strands: ['disability'] },
  {
    id: 'domestic-abuse',
    riskRules: ['close-and-afraid', 'close-and-harm', 'close-and-dependent', 'close', 'dependent'],
  },
  { id: 'honour-based-abuse', riskRules: ['honour-based', 'conversion-practice'] },
  { id: 'sexual-offences', riskRules: ['sexual'] },
  { id: 'outing-and-blackmail', riskRules: ['close-and-outing', 'threat-to-out', 'images-shared'] },
  { id: 'young-people', riskRules: ['child-and-coercion', 'under-eighteen'] },
]
