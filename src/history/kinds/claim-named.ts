/** The claim that an event is about. `version`: as the event left it. */
export interface ClaimNamed {
  readonly claimId: string
  readonly number: number
  readonly version: number
}
