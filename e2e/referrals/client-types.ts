export interface paths {
  '/referrals': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /** Send a referral */
    post: operations['sendReferral']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** @description What somebody told you, for the force that ought to know. */
    Referral: {
      /** @constant */
      version: 'referral/1'
      /** @description Your own reference. The same reference with the same content is taken once, however often it is sent. */
      reference: string
      /** @enum {string} */
      kind: 'report' | 'liaison-request'
      answers: {
        role?: ('victim' | 'witness' | 'on-behalf' | 'information') | string
        theyKnow?: ('agree' | 'agree-no-contact' | 'no' | 'cannot-tell') | string
        relation?:
          | (
              | 'partner'
              | 'family'
              | 'friend'
              | 'carer'
              | 'colleague'
              | 'teacher'
              | 'support-worker'
              | 'centre'
              | 'housing'
              | 'other'
            )
          | string
        contactWhom?: ('me' | 'them' | 'both') | string
        reachThem?: string
        whatHappened?:
          | (
              | (
                  | 'abuse'
                  | 'threats'
                  | 'assault'
                  | 'spat-or-thrown'
                  | 'sexual'
                  | 'harassment'
                  | 'near-home'
                  | 'damage'
                  | 'theft'
                  | 'blackmail'
                  | 'online'
                  | 'mail'
                  | 'images'
                  | 'neighbour'
                  | 'bullying'
                  | 'refused'
                  | 'honour'
                  | 'conversion'
                  | 'other'
                )
              | string
            )[]
          | string
        account?: string
        whenKind?: ('now' | 'today' | 'day' | 'about' | 'period' | 'not-sure') | string
        /**
         * @description A day, YYYY-MM-DD.
         * @example 2026-11-20
         */
        whenDate?: string
        happenedBefore?: ('first' | 'before' | 'often' | 'worse' | 'not-sure') | string
        whenWords?: string
        placeKind?:
          | (
              | 'home'
              | 'near-home'
              | 'street'
              | 'park'
              | 'venue'
              | 'shop'
              | 'bus'
              | 'rail'
              | 'work'
              | 'education'
              | 'worship'
              | 'care'
              | 'health'
              | 'public-building'
              | 'custody'
              | 'sports'
              | 'cruising'
              | 'online'
              | 'other'
            )
          | string
        postcode?: string
        address?: string
        placeDescription?: string
        onlinePlatform?: string
        onlineHandle?: string
        district?: string
        strands?: string[] | string
        seenAs?: (('thought-to-be' | 'was-with') | string)[] | string
        whyWords?: string
        suspect?:
          | (
              | (
                  | 'stranger'
                  | 'known-by-sight'
                  | 'neighbour'
                  | 'partner'
                  | 'family'
                  | 'carer'
                  | 'friend'
                  | 'colleague'
                  | 'pupil'
                  | 'customer'
                  | 'police'
                  | 'authority'
                  | 'online-only'
                  | 'rather-not-say'
                )
              | string
            )[]
          | string
        suspectCount?: ('one' | 'several' | 'not-sure') | string
        suspectNear?: ('yes' | 'no' | 'not-sure') | string
        suspectWords?: string
        harm?:
          | (
              | (
                  | 'injured'
                  | 'medical'
                  | 'weapon'
                  | 'threats'
                  | 'threat-to-kill'
                  | 'threat-to-out'
                  | 'afraid-home'
                  | 'afraid-out'
                  | 'self-harm'
                  | 'routine'
                  | 'children'
                  | 'dependent'
                  | 'under-18'
                  | 'none'
                )
              | string
            )[]
          | string
        harmWords?: string
        outcome?:
          (('investigate' | 'record' | 'advice' | 'support' | 'patrol' | 'undecided') | string)[] | string
        wantsOfficer?: ('yes' | 'no' | 'not-sure') | string
        officerPreferences?:
          | (
              | (
                  | 'woman'
                  | 'man'
                  | 'same-officer'
                  | 'plain-clothes'
                  | 'unmarked-car'
                  | 'not-at-home'
                  | 'hate-crime-officer'
                )
              | string
            )[]
          | string
        excludeDistricts?: string[] | string
        excludeWho?: string
        needs?:
          | (
              | (
                  | 'interpreter'
                  | 'text-relay'
                  | 'easy-read'
                  | 'large-print'
                  | 'companion'
                  | 'step-free'
                  | 'quiet-place'
                  | 'adjustment'
                )
              | string
            )[]
          | string
        languages?: string[] | string
        needsWords?: string
        contactChoice?: ('plan' | 'code-only' | 'anonymous') | string
        safeWays?:
          (('call' | 'text' | 'email' | 'post' | 'code' | 'i-will-contact' | 'trusted') | string)[] | string
        othersSee?: ('no' | 'yes' | 'not-sure') | string
        name?: string
        pronouns?: string
        phone?: string
        email?: string
        postalAddress?: string
        trustedPerson?: string
        contactWhen?: ('any-time' | 'only-at') | string
        voicemail?: ('no' | 'name-only' | 'police') | string
        contactDays?: (('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun') | string)[] | string
        contactHours?:
          (('08-10' | '10-12' | '12-14' | '14-16' | '16-18' | '18-20' | '20-22') | string)[] | string
        contactTimes?: string
        maySay?: ('neutral' | 'police') | string
        ifSomeoneElse?: ('hang-up' | 'wrong-number' | 'reason') | string
        coverStory?: string
        mustNotKnow?:
          | (
              | ('partner' | 'parents' | 'family' | 'housemates' | 'school' | 'work' | 'faith' | 'other')
              | string
            )[]
          | string
        mustNotKnowWho?: string
        identityWords?: string
        previousName?: string
        mayKnow?: ('only-the-officer' | 'those-who-need-it' | 'nobody-yet') | string
        reason?:
          | (
              | (
                  | 'advice'
                  | 'reported'
                  | 'progress'
                  | 'domestic'
                  | 'honour'
                  | 'sexual'
                  | 'outed'
                  | 'online'
                  | 'chemsex'
                  | 'education'
                  | 'event'
                  | 'other'
                )
              | string
            )[]
          | string
        earlierReference?: string
      } & {
        [key: string]: string | string[]
      }
    }
    Acknowledgement: {
      /**
       * @description Our reference, which opens nothing.
       * @example HC-7K2Q-M4TD
       */
      reference: string
      /** @description Fields that we keep as words, because they are no answers as we know them. */
      notUnderstood: string[]
      /** @description Questions that people who report themselves have to answer. It is taken without them. */
      missing: string[]
    }
    Problem: {
      type: string
      status: number
      /** @enum {string} */
      code:
        | 'wrong-type'
        | 'too-large'
        | 'bad-signature'
        | 'old'
        | 'forged'
        | 'replayed'
        | 'not-referral'
        | 'changed'
        | 'failed'
      title: string
      detail: string
      /** @description Names of the fields that are not right. */
      where?: string[]
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  sendReferral: {
    parameters: {
      query?: never
      header: {
        /**
         * @description The sha-256 digest of the body.
         * @example sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:
         */
        'Content-Digest': string
        /**
         * @description What the signature covers, and its parameters.
         * @example sig=("@method" "@authority" "@path" "content-type" "content-digest");created=1763812800;keyid="5f0e9a1c-5a5e-4b0e-9a55-0a8d1b8f8a11";nonce="q2V0c2l4dGVlbmJ5dGVz";alg="ed25519";tag="alongside-referral"
         */
        'Signature-Input': string
        /**
         * @description The signature itself.
         * @example sig=:<88 characters of base64>:
         */
        Signature: string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['Referral']
      }
    }
    responses: {
      /** @description The same referral came before: the same answer. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Acknowledgement']
        }
      }
      /** @description It is a case now. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Acknowledgement']
        }
      }
      /** @description The signature is not right, cannot be read or is too old. */
      401: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description This signed request came before, or this reference was used for another content. */
      409: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Larger than 256 kilobytes. */
      413: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Not application/json. */
      415: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description Not a referral as described here. */
      422: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description It could not be kept. Send it again in a few minutes. */
      503: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/problem+json': components['schemas']['Problem']
        }
      }
    }
  }
}
