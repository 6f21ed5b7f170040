/** What comes of writing questions to a file. */
export interface LeftOut {
  readonly id: string;
  readonly reason: string;
}

export interface Written {
  readonly text: string;
  readonly leftOut: readonly LeftOut[];
}
