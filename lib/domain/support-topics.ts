/** What a support service can be chosen by, beside the strands and `everyone`. */
export const supportTopics = [
  'crisis',
  'lgbt',
  'sexual-violence',
  'domestic-abuse',
  'honour-based-abuse',
  'children',
  'hate-crime',
  'sexual-health',
] as const
