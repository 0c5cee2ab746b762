import { go, type Shot } from './picture.ts'

const year = '/staff/figures?from=2024-04&to=2025-03'
const tooFine = '/staff/figures?from=2024-05&to=2025-02&district=stevenage&strand=race'

/** How the desk stands, and figures about all cases, as a supervisor sees them. */
export const insightShots: readonly Shot[] = [
  { name: 'insight', width: 1440, scheme: 'light', reach: go('/staff/insights') },
  { name: 'insight', width: 390, scheme: 'dark', reach: go('/staff/insights') },
  { name: 'insight-records', width: 390, scheme: 'light', reach: go('/staff/insights/quality') },
  { name: 'figures', width: 1440, scheme: 'light', reach: go(year) },
  { name: 'figures', width: 1440, scheme: 'dark', reach: go(year) },
  { name: 'figures', width: 390, scheme: 'light', reach: go(year) },
  { name: 'figures-too-fine', width: 1440, scheme: 'light', reach: go(tooFine) },
  { name: 'figures-return', width: 1440, scheme: 'light', reach: go('/staff/figures/return?year=2024') },
  { name: 'figures-return', width: 390, scheme: 'dark', reach: go('/staff/figures/return?year=2024') },
  {
    name: 'figures-problem',
    width: 390,
    scheme: 'dark',
    reach: go('/staff/figures?from=2025-03&to=2024-04'),
  },
]

/** And of an officer's own work. */
export const ownInsightShots: readonly Shot[] = [
  { name: 'insight-own', width: 1440, scheme: 'dark', reach: go('/staff/insights/own') },
  { name: 'insight-own', width: 390, scheme: 'light', reach: go('/staff/insights/own') },
]
