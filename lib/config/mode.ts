/** True while developing. Replaced by a constant in the build, so it costs nothing and may be read anywhere. */
export const isDevelopment = process.env.NODE_ENV === 'development'

/** True in a production build; false while developing and in tests. */
export const isProduction = process.env.NODE_ENV === 'production'
