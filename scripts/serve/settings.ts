import type { BlockList } from 'node:net'
import type { Tier } from '@/lib/config/env'
import type { Hosts } from '@/lib/edge/hosts'
import { mostFormBytes } from '@/lib/domain/evidence/limits'
import type { LaneSettings } from '@/lib/edge/lanes'

/** Times in milliseconds, sizes in bytes. */
export interface Limits {
  /** How long the lines and headers of a request may take to arrive. */
  readonly headersTime: number
  /** How long a whole request may take to arrive. */
  readonly requestTime: number
  /** How long a connection may be silent while an answer is made or read. */
  readonly silence: number
  /** How long a connection is kept for another request. */
  readonly keepAlive: number
  /** How often these times are looked at. */
  readonly look: number
  readonly headerBytes: number
  readonly headerCount: number
  /** More than a form may be, so that a form too large is refused by its handler, in its own words. */
  readonly bodyBytes: number
  /** The same where a form brings a file. */
  readonly fileBytes: number
  /** The same where it brings as many as there may be, and how long that may take. */
  readonly filesBytes: number
  readonly filesTime: number
  readonly connections: number
}

export const usualLimits: Limits = {
  headersTime: 10_000,
  requestTime: 60_000,
  silence: 60_000,
  keepAlive: 5_000,
  look: 2_000,
  headerBytes: 16_384,
  headerCount: 100,
  bodyBytes: 4 * 1024 * 1024,
  fileBytes: 6 * 1024 * 1024,
  filesBytes: mostFormBytes,
  filesTime: 30 * 60_000,
  connections: 4_000,
}

/** What the edge is told of its deployment. */
export interface EdgeSettings {
  /** What this process serves. */
  readonly tier: Tier
  /** Addresses of the built files; below `/_next` there is nothing else. */
  readonly built: ReadonlySet<string>
  readonly hosts: Hosts
  /** The host of the origin that files have of their own, where they have one. */
  readonly filesHost?: string
  /** The public address is https. */
  readonly overHttps: boolean
  /** Addresses of the proxies in front, whose word on who is asking is believed. */
  readonly trustedProxies: BlockList
  readonly lanes: LaneSettings
  readonly limits: Limits
}
