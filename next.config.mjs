/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // No image is decoded in the web tier: see docs/decisions.
  images: { unoptimized: true },
  // Next's own trailing-slash and RSC redirects are not part of the public contract.
  skipTrailingSlashRedirect: false,
  serverExternalPackages: ['@fastify/busboy', 'pdfkit', 'pino', 'pg', 'libsodium-wrappers-sumo'],
  typescript: { ignoreBuildErrors: false },
  turbopack: { root: import.meta.dirname },
  devIndicators: false,
}
