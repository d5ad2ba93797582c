/** The link to a peer broke or was silent, so that what was sent or awaited over it is lost. */
export class LinkError extends Error {
  /** Rank of the peer. */
  readonly rank: number;

  constructor(rank: number, cause: string) {
    super(`the link to rank ${rank} broke: ${cause}`);
    this.name = 'LinkError';
    this.rank = rank;
  }
}
