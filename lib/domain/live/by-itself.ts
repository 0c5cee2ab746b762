/**
 * The cookie that a page holds while it refreshes itself, for as long as that takes. Such a request is no use of the session: a queue
 * that is left open keeps nobody signed in. Whoever set it for somebody could only have their session end sooner.
 */
export const byItself = { name: 'desk-by-itself', value: 'yes', seconds: 5 } as const
